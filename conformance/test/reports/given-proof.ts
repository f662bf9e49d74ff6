import type { FaultRow, Prove } from '../../src/prove/report.ts';
import { digest } from './given.ts';

/** A fault and what it came to. */
export const faultRow = (more: Partial<FaultRow> = {}): FaultRow => ({
  id: 'order-duplicated',
  kind: 'hand',
  role: 'courier',
  title: { en: 'makes a second order', zh: '另建订单' },
  violates: ['ORD-003'],
  dependants: [],
  masks: [],
  fired: 1,
  failed: ['ORD-003'],
  inconclusive: [],
  judgement: 'KILLED',
  evidence: [
    {
      requirement: 'ORD-003',
      case: 'same-content',
      scenario: 'order-natural-key',
      request: 'POST /v1/orders',
      status: 200,
      pointer: '/carrierOrderNo',
      expected: 'the order that exists',
      actual: 'another order',
      zh: { expected: '已存在的订单', actual: '另一订单' },
    },
  ],
  scenarios: ['order-natural-key'],
  milliseconds: 90,
  digest: digest('4'),
  ...more,
});

const sum = {
  faults: 2,
  valid: 2,
  killed: 1,
  sensitive: 1,
  specific: 2,
  invalid: { NEVER_FIRED: 0, BROKE_REFERENCE: 0, EQUIVALENT: 0 },
  judgements: {
    KILLED: 1,
    ACCUSED: 0,
    PARTLY_SURVIVED: 0,
    SURVIVED: 1,
    BLINDS: 0,
    INVALID: 0,
    CRASHED: 0,
  },
};

/** A proof with these faults. */
export const proof = (faults: readonly FaultRow[]): Prove => ({
  format: 'openwaybill-prove/1',
  run: {
    startedAt: '2026-11-22T08:00:00.000Z',
    endedAt: '2026-11-22T08:01:00.000Z',
    milliseconds: 60_000,
    seed: 1,
    complete: true,
    whole: false,
    kinds: ['hand'],
  },
  suite: { name: '@openwaybill/conformance', version: '0.1.0' },
  digests: { suite: digest('1'), set: digest('2'), reference: digest('3') },
  parts: {
    reference: [],
    witness: [],
    nullSystems: [],
    weakSystems: [],
    goldens: [],
    determinism: [],
  },
  faults,
  totals: { ...sum, kinds: { hand: sum, wire: sum, behaviour: sum } },
  requirements: {},
  modules: {},
  worklist: [],
  accepted: [],
  stale: [],
  demands: [
    { id: 'FAULTS', isMet: false, text: { en: 'every fault is killed', zh: '每个缺陷均被发现' } },
  ],
  exit: 1,
});
