import type {
  FindingCard,
  RequirementResult,
  Result,
  VerdictRow,
} from '../../src/result/result.ts';
import type { Exchange, Transcript } from '../../src/transcript/format.ts';

const AT = '2026-11-22T08:00:00.000Z';

/** A digest in the right form. */
export const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;

export const requirement = (over: Partial<RequirementResult> = {}): RequirementResult => ({
  id: 'ORD-003',
  level: 'MUST',
  position: 'server',
  class: 'core',
  module: 'order',
  tier: 'W',
  text: { en: 'The same order twice is one order.', zh: '同一订单不得另建。' },
  clause: 'SC-3',
  outcome: 'failed',
  cases: [
    {
      id: 'same-content',
      state: 'violated',
      isObligatory: true,
      observations: [],
    },
  ],
  ...over,
});

/** A claimed class in which no requirement is left to judge. */
export const emptyRow = (reason: NonNullable<VerdictRow['reason']>): VerdictRow => ({
  class: 'locker',
  depth: 'WIRE',
  verdict: 'undetermined',
  reason,
  counts: { passed: 0, failed: 0, inconclusive: 0, untested: 0, inapplicable: 9 },
  aboveDepth: 0,
});

export const finding = (over: Partial<FindingCard> = {}): FindingCard => ({
  requirement: 'ORD-003',
  level: 'MUST',
  text: { en: 'The same order twice is one order.', zh: '同一订单不得另建。' },
  clause: 'SC-3',
  case: 'same-content',
  scenario: 'order-natural-key',
  operation: 'submitOrder',
  expected: 'the order that exists',
  actual: 'another order',
  zh: { expected: '已存在的订单', actual: '另一订单' },
  pointer: '/revision',
  surface: 'body',
  at: [3],
  alsoViolates: [],
  isWarning: false,
  ...over,
});

export const exchange = (over: Partial<Exchange> = {}): Exchange => ({
  kind: 'exchange',
  seq: 3,
  at: AT,
  scenario: 'order-natural-key',
  step: 1,
  intent: 'PROBE',
  from: 'runner',
  to: 'sut',
  operation: 'submitOrder',
  request: {
    method: 'POST',
    url: 'http://system.test/v1/orders',
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', '[secret:1]'],
    ],
    body: { utf8: '{"orderNo":"OW-1-1","channel":"APP","remark":"放在张三丰家门口"}' },
    sentAt: AT,
  },
  response: {
    status: 200,
    headers: [['content-type', 'application/json']],
    body: { utf8: '{"orderNo":"OW-1-1","revision":2}' },
    receivedAt: AT,
  },
  ...over,
});

export const transcript = (...exchanges: readonly Exchange[]): Transcript => ({
  entries: [
    {
      kind: 'head',
      seq: 0,
      at: AT,
      format: 'openwaybill-transcript/1',
      runId: '00000000-0000-4000-8000-000000000001',
      suite: { version: '0.1.0' },
      set: '1.0.0',
      mode: 'CHECK',
      seed: 42,
      depth: 'WIRE',
      patience: 1,
      claims: [],
      parties: [],
      redaction: { policy: 'CHECK', version: '1' },
    },
    {
      kind: 'mark',
      seq: 1,
      at: AT,
      scenario: 'order-natural-key',
      title: { en: 'The same order twice', zh: '同一订单提交两次' },
      edge: 'BEGIN',
    },
    {
      kind: 'mark',
      seq: 2,
      at: AT,
      scenario: 'order-natural-key',
      step: 1,
      title: { en: 'An order, and again', zh: '提交订单并重复' },
      edge: 'BEGIN',
    },
    ...exchanges,
    {
      kind: 'mark',
      seq: 9,
      at: AT,
      scenario: 'order-natural-key',
      title: { en: 'The same order twice', zh: '同一订单提交两次' },
      edge: 'END',
    },
  ],
});

export const result = (over: Partial<Result> = {}): Result => ({
  format: 'openwaybill-result/1',
  run: {
    runId: '00000000-0000-4000-8000-000000000001',
    startedAt: AT,
    endedAt: '2026-11-22T08:00:07.000Z',
    complete: true,
    seed: 42,
    depth: 'WIRE',
    patience: 1,
    mode: 'CHECK',
  },
  suite: { name: '@openwaybill/conformance', version: '0.1.0', digest: digest('1') },
  set: { version: '1.0.0', stage: 'GENERAL', digest: digest('2') },
  system: {
    role: 'courier',
    software: { name: 'example-core', version: '4.2.1' },
    organisation: 'COURIER1',
    claimDigest: digest('3'),
    environment: 'SANDBOX',
    url: 'http://system.test',
  },
  transcript: { digest: digest('a'), entryCount: 4 },
  verdicts: [
    {
      class: 'core',
      depth: 'WIRE',
      verdict: 'nonconformant',
      counts: { passed: 1, failed: 1, inconclusive: 0, untested: 0, inapplicable: 0 },
      aboveDepth: 2,
    },
  ],
  requirements: [
    requirement(),
    requirement({ id: 'ORD-004', outcome: 'passed', cases: [] }),
    requirement({ id: 'TRK-001', module: 'tracking', outcome: 'inconclusive', reason: 'NO_CASES' }),
  ],
  findings: [finding()],
  warnings: [
    {
      code: 'FEW_EXCHANGES',
      text: { en: 'Fewer than 20 exchanges took place.', zh: '交换不足 20 次。' },
    },
  ],
  coverage: {
    operations: [
      { name: 'submitOrder', module: 'order', position: 'server', accepted: 1, refused: 1 },
      { name: 'getOrder', module: 'order', position: 'server', accepted: 0, refused: 0 },
    ],
    events: [
      {
        name: 'org.openwaybill.order.status.changed',
        module: 'order',
        position: 'sender',
        count: 2,
      },
    ],
    problems: [
      { name: 'NOT_FOUND', status: 404, count: 1 },
      { name: 'STATE_ILLEGAL', status: 409, count: 0 },
    ],
    transitions: [
      {
        lifecycle: 'order',
        state: 'PENDING',
        by: 'cancelOrder',
        kind: 'COMMAND',
        is: 'ACCEPTED',
        at: [3],
      },
      {
        lifecycle: 'order',
        state: 'COMPLETED',
        by: 'cancelOrder',
        kind: 'COMMAND',
        is: 'NOT_REACHED',
        reason: 'STATE_NOT_REACHED',
        at: [],
      },
    ],
    negatives: [],
    privacy: {
      people: 2,
      surfaces: [{ of: 'ANSWER', surface: 'body', count: 7 }],
      looks: [{ viewer: 'courier', stage: 'ORDERED', count: 1, answered: 1 }],
    },
  },
  prepared: [],
  harness: [],
  exit: 1,
  ...over,
});
