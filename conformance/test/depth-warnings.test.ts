import { expect, test } from 'vitest';
import { wholeClaim } from '../src/coverage/whole-claim.ts';
import { UNCLAIMED } from '../src/plan/unclaimed.ts';
import { depthWarnings, type Looked, WARNINGS } from '../src/result/depth-warnings.ts';
import type { RequirementResult } from '../src/result/result.ts';
import type { Entry, Exchange } from '../src/transcript/format.ts';
import type { Claim, Observation } from '../src/words.ts';
import { requirement } from './reports/given.ts';

const AT = '2026-11-22T08:00:00.000Z';
const SENT = 'org.openwaybill.order.status.changed';

const answer = (status: number, body?: unknown): NonNullable<Exchange['response']> => ({
  status,
  headers: [],
  ...(body === undefined ? {} : { body: { utf8: JSON.stringify(body) } }),
  receivedAt: AT,
});

const exchange = (over: Partial<Exchange> = {}): Exchange => ({
  kind: 'exchange',
  seq: 1,
  at: AT,
  intent: 'PROBE',
  from: 'runner',
  to: 'sut',
  operation: 'submitOrder',
  request: { method: 'POST', url: 'https://courier.test/v1/orders', headers: [], sentAt: AT },
  response: answer(201, {}),
  facts: { milliseconds: 5 },
  ...over,
});

const event = (eventType: string): Exchange => {
  const { response: _, ...rest } = exchange({ from: 'sut', to: 'runner', eventType });
  return rest;
};

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

const claim: Claim = {
  ...wholeClaim('courier'),
  document: { ...wholeClaim('courier').document, events: { sends: [SENT], receives: [] } },
};

/** Of a recording, which need not show that the system lives. */
const HEAD: Entry = {
  kind: 'head',
  seq: 0,
  at: AT,
  format: 'openwaybill-transcript/1',
  runId: '00000000-0000-4000-8000-000000000000',
  suite: { version: '0.1.0' },
  set: 'next',
  mode: 'RECORD',
  seed: 1,
  depth: 'WIRE',
  patience: 1,
  claims: [],
  parties: [],
  redaction: { policy: 'RECORD', version: '1' },
};

/** Entries of a run that has nothing to be warned of. */
const DEEP: readonly Entry[] = [
  ...times(20, exchange()),
  exchange({ from: 'second' }),
  event(SENT),
];

const operation = (accepted: number, refused = 0) => ({
  name: 'submitOrder',
  module: 'order',
  position: 'server' as const,
  accepted,
  refused,
});

const cell = (is: 'ACCEPTED' | 'NOT_REACHED') => ({
  lifecycle: 'order',
  state: 'ACCEPTED',
  by: 'cancelOrder',
  kind: 'COMMAND' as const,
  is,
  at: [],
});

const looked = (over: {
  readonly entries?: readonly Entry[];
  readonly results?: readonly RequirementResult[];
  readonly coverage?: Partial<Looked['coverage']>;
  readonly fresh?: readonly Observation[];
}): Looked => ({
  transcript: { entries: [HEAD, ...(over.entries ?? DEEP)] },
  claim,
  results: over.results ?? [],
  fresh: over.fresh ?? [],
  coverage: {
    operations: [operation(20)],
    events: [],
    problems: [],
    negatives: [],
    transitions: [cell('ACCEPTED')],
    privacy: { people: 0, surfaces: [], looks: [] },
    ...over.coverage,
  },
});

const twin = (id: string) => ({
  id,
  state: 'blocked' as const,
  isObligatory: true,
  reason: 'TWIN_NOT_ACCEPTED',
  observations: [],
});

/** Ten wrong requests, of which so many were thrown away. */
const negatives = (discarded: number) => ({
  coverage: {
    negatives: [{ operation: 'submitOrder', made: 10, discarded, sent: 3, rules: [] }],
  },
});

const CASES: readonly (readonly [
  string,
  string,
  { readonly given: Parameters<typeof looked>[0]; readonly not?: Parameters<typeof looked>[0] },
])[] = [
  [
    'ALL_REFUSED',
    'nine commands of ten and more are refused',
    {
      given: {
        entries: [...DEEP.slice(20), ...times(20, exchange({ response: answer(409) }))],
      },
    },
  ],
  [
    'AUTH_DOMINATES',
    'more than half of the answers are 401 or 403',
    {
      given: { entries: [...DEEP, ...times(23, exchange({ response: answer(403) }))] },
      not: { entries: [...DEEP, ...times(15, exchange({ response: answer(403) }))] },
    },
  ],
  [
    'FEW_EXCHANGES',
    'less than twenty exchanges took place',
    { given: { entries: DEEP.slice(10) } },
  ],
  [
    'FEW_EXCHANGES',
    'a module was asked less than five times',
    { given: { coverage: { operations: [operation(4)] } } },
  ],
  [
    'MODULE_SILENT',
    'no command of a claimed module was accepted',
    { given: { coverage: { operations: [operation(0, 9)] } } },
  ],
  ['NO_EVENTS', 'events are claimed and none came', { given: { entries: DEEP.slice(0, 21) } }],
  [
    'STATES_NOT_REACHED',
    'a third of the cells was not reached',
    {
      given: {
        coverage: {
          transitions: [...times(6, cell('ACCEPTED')), ...times(4, cell('NOT_REACHED'))],
        },
      },
      not: {
        coverage: {
          transitions: [...times(8, cell('ACCEPTED')), ...times(2, cell('NOT_REACHED'))],
        },
      },
    },
  ],
  [
    'POINTERS_MISSING',
    'a refusal of a body points nowhere',
    {
      given: {
        entries: [...DEEP, exchange({ response: answer(422, { code: 'SCHEMA_VIOLATION' }) })],
      },
    },
  ],
  [
    'DISCARDED_NEGATIVES',
    'a fifth of the wrong requests was thrown away',
    {
      given: negatives(3),
      not: negatives(2),
    },
  ],
  [
    'TWINS_REFUSED',
    'right requests of two operations were refused wherever they were made',
    {
      given: { results: [requirement({ cases: [twin('refuse.a'), twin('cancel.b')] })] },
      not: {
        results: [requirement({ cases: [twin('refuse.a'), twin('submitOrder.ACCEPTED')] })],
      },
    },
  ],
  [
    'ONE_ORGANISATION',
    'nobody but the first organisation spoke',
    { given: { entries: [...times(21, exchange()), event(SENT)] } },
  ],
  [
    'ABOVE_DEPTH',
    'requirements lie above the depth',
    { given: { results: [requirement({ outcome: 'untested', reason: 'ABOVE_DEPTH' })] } },
  ],
  [
    'SLOW_SYSTEM',
    'half of the answers took over a second',
    { given: { entries: [...DEEP, ...times(30, exchange({ facts: { milliseconds: 1001 } }))] } },
  ],
  [
    'UNSTEADY',
    'a case was seen held and violated',
    {
      given: {
        results: [
          requirement({
            cases: [
              { id: 'a', state: 'violated', isObligatory: true, unsteady: true, observations: [] },
            ],
          }),
        ],
      },
    },
  ],
  [
    'NEW_SINCE_SET',
    'a case beyond the set was violated',
    {
      given: {
        fresh: [
          {
            requirement: 'ORD-003',
            case: 'a',
            at: [1],
            says: 'VIOLATED',
            expected: 'x',
            actual: 'y',
          },
        ],
      },
    },
  ],
  [
    'UNDER_CLAIM',
    'an operation answers that nobody claimed',
    {
      given: { entries: [...DEEP, exchange({ probe: UNCLAIMED, intent: 'NEGATIVE' })] },
      not: {
        entries: [
          ...DEEP,
          exchange({ probe: UNCLAIMED, intent: 'NEGATIVE', response: answer(404) }),
        ],
      },
    },
  ],
  [
    'UNDER_CLAIM',
    'an event arrives that nobody claimed',
    { given: { entries: [...DEEP, event('org.openwaybill.waybill.status.changed')] } },
  ],
];

const codesOf = (given: Parameters<typeof looked>[0]): readonly string[] =>
  depthWarnings(looked(given)).map(({ code }) => code);

test('a deep run has no warning', () => expect(codesOf({})).toEqual([]));

test.each(CASES)('%s: %s', (code, _title, { given }) => expect(codesOf(given)).toEqual([code]));

test.each(CASES.flatMap(([code, , { not }]) => (not === undefined ? [] : [[code, not] as const])))(
  '%s is not said before its bound',
  (_code, not) => expect(codesOf(not)).toEqual([]),
);

test('every warning there is has its line above', () => {
  expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(WARNINGS));
});
