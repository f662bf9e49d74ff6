import { nameOf } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { seenOf } from './checks/seen.ts';
import { knownOperation } from './drive/operations.ts';
import { answerOf, isAccepted } from './transcript/body.ts';
import { type Exchange, headOf, type Transcript } from './transcript/format.ts';
import type { Claim, Text } from './words.ts';

const validity = new WeakMap<Exchange, boolean>();

const isValid = (exchange: Exchange): boolean => {
  const known = validity.get(exchange);
  if (known !== undefined) return known;
  const body = knownOperation(exchange.operation)?.answer.body;
  const made = body?.$id !== undefined && judge(nameOf(body), answerOf(exchange)).ok;
  validity.set(exchange, made);
  return made;
};

/** The ids of a resource: its string members at the top. */
const idsOf = (exchange: Exchange): ReadonlySet<string> =>
  new Set(
    Object.entries((answerOf(exchange) ?? {}) as object).flatMap(([name, value]) =>
      typeof value === 'string' && /(Id|No|Ref)$/.test(name) ? [value] : [],
    ),
  );

/** What is missing of a living system, and the exchanges in which it was looked for. */
export type Lifeless = { readonly text: Text; readonly at: readonly number[] };

const AT_MOST = 3;

const lifeless = (looked: readonly Exchange[], en: string, zh: string): Lifeless => ({
  text: { en, zh },
  at: looked.slice(0, AT_MOST).map(({ seq }) => seq),
});

/** Where an answer is not as its schema has it: the first place, never the value. */
const faultOf = (exchange: Exchange): string => {
  const body = knownOperation(exchange.operation)?.answer.body;
  if (body?.$id === undefined) return '/';
  const verdict = judge(nameOf(body), answerOf(exchange));
  const [first] = verdict.ok ? [] : verdict.issues;
  return `${first?.pointer || '/'} (${first?.rule ?? 'json'})`;
};

/**
 * What keeps a system from showing that it lives, or nothing: a valid capability document, and a command that was
 * accepted, answered by the sender form and read back. Without both nothing else counts.
 */
export const lifelessness = (transcript: Transcript, claim: Claim): Lifeless | undefined => {
  const seen = seenOf(transcript, claim);
  const documents = seen.calls('getCapabilities');
  const answered = documents.filter(isAccepted);
  if (!answered.some(isValid)) {
    const [first] = answered;
    return first === undefined
      ? lifeless(
          documents,
          'No capability document was answered, so that nothing else counts.',
          '未应答能力文档，其余均不计。',
        )
      : lifeless(
          answered,
          `The capability document is not valid at ${faultOf(first)}, so that nothing else counts.`,
          `能力文档在 ${faultOf(first)} 处不合规，其余均不计。`,
        );
  }
  // a system in production is not commanded: its document is all that it is asked for
  if (headOf(transcript).plan?.refused === 'PRODUCTION') return undefined;
  const isRead = ({ request }: Exchange): boolean => request.method === 'GET';
  const accepted = seen.exchanges.filter(
    (exchange) => exchange.to === 'sut' && isAccepted(exchange),
  );
  const commands = accepted.filter((exchange) => !isRead(exchange));
  // validity is costly, and is asked for only where the ids agree
  const readBy = new Map<string, Exchange[]>();
  for (const read of accepted.filter(isRead))
    for (const id of idsOf(read)) {
      const known = readBy.get(id);
      if (known === undefined) readBy.set(id, [read]);
      else known.push(read);
    }
  const isAlive = commands.some((command) => {
    const reads = [...idsOf(command)].flatMap((id) => readBy.get(id) ?? []);
    return (
      reads.some(({ seq }) => seq > command.seq) &&
      isValid(command) &&
      reads.some((read) => read.seq > command.seq && isValid(read))
    );
  });
  if (isAlive) return undefined;
  return lifeless(
    commands,
    `Of ${commands.length} accepted commands none was answered validly and read back, so that nothing else counts.`,
    `已接受的 ${commands.length} 条命令中，无一应答合规且可读回，其余均不计。`,
  );
};

/** Whether the run saw a living system. */
export const hasSignOfLife = (transcript: Transcript, claim: Claim): boolean =>
  lifelessness(transcript, claim) === undefined;
