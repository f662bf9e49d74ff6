import { nameOf, registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { knownOperation } from '../../drive/operations.ts';
import { answerOf, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Observation, RequirementId } from '../../words.ts';
import { holds, violated } from '../check.ts';
import { listed } from '../sayings.ts';
import { seenOf } from '../seen.ts';
import { ANSWERED, REQUESTED, SENT } from './obligatory.ts';

/** One message of the system: its name, its value, and the exchange that it stands in. */
type Message = {
  readonly name: string;
  readonly value: unknown;
  readonly exchange: Exchange;
  /** Where it stands in the body of the exchange. */
  readonly at: string;
};

/** The names of what an operation answers: its body, or a problem. */
const answersOf = (exchange: Exchange): readonly Message[] => {
  const operation = knownOperation(exchange.operation);
  const status = statusOf(exchange);
  if (
    operation === undefined ||
    status === 0 ||
    status === 204 ||
    exchange.request.method === 'HEAD'
  )
    return [];
  // another method or path than the operation's is answered by the router alone
  const recorded = exchange.response?.body;
  // a body that was too long to keep cannot be judged
  if (recorded !== undefined && 'length' in recorded) return [];
  const value = answerOf(exchange);
  if (status >= 400) return [{ name: 'Problem', value, exchange, at: '' }];
  const { body } = operation.answer;
  if (body?.$id === undefined) return [];
  return [{ name: nameOf(body), value, exchange, at: '' }];
};

const payloadNames = new Map(
  registry.events.map(({ type, data }) => [type as string, nameOf(data)]),
);

const eventsOf = (value: unknown, exchange: Exchange, at: string): readonly Message[] => {
  const type = String((value as { readonly type?: unknown } | undefined)?.type);
  const payload = payloadNames.get(type);
  return [
    { name: 'CloudEvent', value, exchange, at },
    ...(payload === undefined
      ? []
      : [
          {
            name: payload,
            value: (value as { readonly data?: unknown }).data,
            exchange,
            at: `${at}/data`,
          },
        ]),
  ];
};

function* observe(requirement: RequirementId, messages: Iterable<Message>): Generator<Observation> {
  for (const { name, value, exchange, at } of messages) {
    const verdict = judge(name, value);
    const about = { requirement, case: `shape.${name}` } as const;
    if (verdict.ok) {
      yield { ...about, ...holds(exchange, 'body') };
      continue;
    }
    const [first] = verdict.issues;
    yield {
      ...about,
      ...violated(
        exchange,
        { en: `a valid ${name}`, zh: `有效的 ${name}` },
        listed(
          verdict.issues.slice(0, 3).map(({ pointer, rule }) => ({
            en: `${rule} at ${at}${pointer || '/'}`,
            zh: `${at}${pointer || '/'} 处违反 ${rule}`,
          })),
        ),
        {
          surface: 'body',
          pointer: `${at}${first?.pointer ?? ''}`,
          rule: first?.rule ?? 'schema',
        },
      ),
    };
  }
}

const cases =
  (names: (claim: Claim) => readonly string[]): Check['cases'] =>
  (claim) =>
    names(claim).map((name) => `shape.${name}`);

/** Any message of the contract is judged where it is seen. */
const everyShape = cases(() => [...registry.schemas.keys()]);

/** Every message of the system, in either direction, by its closed schema and its rules. */
export const shapeChecks: readonly Check[] = [
  {
    requirements: ['DSC-021'],
    cases: cases(ANSWERED),
    further: everyShape,
    judge: function* (transcript, claim) {
      const seen = seenOf(transcript, claim);
      yield* observe('DSC-021', seen.exchanges.filter(({ to }) => to === 'sut').flatMap(answersOf));
    },
  },
  {
    requirements: ['DSC-022'],
    cases: cases(SENT),
    further: everyShape,
    judge: function* (transcript, claim) {
      const seen = seenOf(transcript, claim);
      yield* observe(
        'DSC-022',
        seen.deliveries.flatMap((exchange) => eventsOf(requestOf(exchange), exchange, '')),
      );
    },
  },
  {
    requirements: ['DSC-023'],
    cases: cases(REQUESTED),
    further: everyShape,
    judge: function* (transcript, claim) {
      const seen = seenOf(transcript, claim);
      yield* observe(
        'DSC-023',
        seen.exchanges.flatMap((exchange): readonly Message[] => {
          if (exchange.from !== 'sut' || exchange.operation === 'receiveEvent') return [];
          const request = knownOperation(exchange.operation)?.request;
          return request === undefined
            ? []
            : [{ name: nameOf(request), value: requestOf(exchange), exchange, at: '' }];
        }),
      );
    },
  },
];
