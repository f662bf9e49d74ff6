import { nameOf } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { seenOf } from './checks/seen.ts';
import { knownOperation } from './drive/operations.ts';
import { answerOf, isAccepted } from './transcript/body.ts';
import { type Exchange, headOf, type Transcript } from './transcript/format.ts';
import type { Claim } from './words.ts';

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

/**
 * Whether the run saw a living system: a valid capability document, and a command that was accepted, answered by the
 * sender form and read back. Without both nothing else counts.
 */
export const hasSignOfLife = (transcript: Transcript, claim: Claim): boolean => {
  const seen = seenOf(transcript, claim);
  if (!seen.calls('getCapabilities').some((exchange) => isAccepted(exchange) && isValid(exchange)))
    return false;
  // a system in production is not commanded: its document is all that it is asked for
  if (headOf(transcript).plan?.refused === 'PRODUCTION') return true;
  const isRead = ({ request }: Exchange): boolean => request.method === 'GET';
  const accepted = seen.exchanges.filter(
    (exchange) => exchange.to === 'sut' && isAccepted(exchange),
  );
  // validity is costly, and is asked for only where the ids agree
  const readBy = new Map<string, Exchange[]>();
  for (const read of accepted.filter(isRead))
    for (const id of idsOf(read)) {
      const known = readBy.get(id);
      if (known === undefined) readBy.set(id, [read]);
      else known.push(read);
    }
  return accepted.some((command) => {
    if (isRead(command)) return false;
    const reads = [...idsOf(command)].flatMap((id) => readBy.get(id) ?? []);
    return (
      reads.some(({ seq }) => seq > command.seq) &&
      isValid(command) &&
      reads.some((read) => read.seq > command.seq && isValid(read))
    );
  });
};
