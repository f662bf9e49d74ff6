import { AssetStep, codesOf, reusableAssetLifecycle } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssetObservation, assetCycleOf } from '../../src/packaging/index.ts';

type Step = AssetObservation['step'];

const ROUND: readonly Step[] = [
  'ISSUED',
  'BOUND',
  'DELIVERED',
  'RETURN_DUE',
  'COLLECTED',
  'CLEANED',
];

const seen = (step: Step, index: number, waybillNo = 'ZZ010000000016'): AssetObservation => ({
  assetEventId: `019398a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
  step,
  ...(step === 'BOUND' ? { waybillNo } : {}),
  occurredAt: new Date(Date.UTC(2026, 10, 22, 8, index)).toISOString(),
});

const inTurn = (steps: readonly Step[]) => steps.map((step, index) => seen(step, index));

test.each<
  [string, { given: readonly Step[]; status: string; cycles: number; anomalies?: number[] }]
>([
  ['an asset that nobody saw is idle', { given: [], status: 'IDLE', cycles: 0 }],
  ['a whole round leads to a clean asset', { given: ROUND, status: 'CLEANED', cycles: 0 }],
  [
    'an asset that is issued again has gone round once',
    { given: [...ROUND, 'REISSUED'], status: 'ISSUED', cycles: 1 },
  ],
  [
    'a delivered asset is collected before it is due',
    { given: ['ISSUED', 'BOUND', 'DELIVERED', 'COLLECTED'], status: 'COLLECTED', cycles: 0 },
  ],
  [
    'a second binding is an anomaly',
    { given: ['ISSUED', 'BOUND', 'BOUND'], status: 'BOUND', cycles: 0, anomalies: [2] },
  ],
  [
    'an asset that was not issued is not bound',
    { given: ['BOUND'], status: 'IDLE', cycles: 0, anomalies: [0] },
  ],
  [
    'a dirty asset is not issued again',
    {
      given: ['ISSUED', 'BOUND', 'DELIVERED', 'COLLECTED', 'REISSUED'],
      status: 'COLLECTED',
      cycles: 0,
      anomalies: [4],
    },
  ],
  [
    'a lost asset is found by its collection',
    { given: ['ISSUED', 'LOST', 'COLLECTED'], status: 'COLLECTED', cycles: 0 },
  ],
  [
    'nothing happens to a retired asset',
    { given: ['RETIRED', 'ISSUED', 'LOST'], status: 'RETIRED', cycles: 0, anomalies: [1, 2] },
  ],
])('%s', (_title, { given, status, cycles, anomalies = [] }) => {
  const events = inTurn(given);
  const cycle = assetCycleOf(events);
  expect(cycle).toMatchObject({ status, cycleCount: cycles });
  expect([...cycle.anomalies]).toEqual(anomalies.map((index) => events[index]?.assetEventId));
});

describe('a bound asset', () => {
  test('keeps the waybill of its first binding', () => {
    const [issued, bound] = inTurn(['ISSUED', 'BOUND']) as [AssetObservation, AssetObservation];
    const again = seen('BOUND', 2, 'ZZ010000000024');
    expect(assetCycleOf([again, bound, issued]).waybillNo).toBe('ZZ010000000016');
  });

  test('is free when it is delivered', () => {
    expect(assetCycleOf(inTurn(['ISSUED', 'BOUND', 'DELIVERED'])).waybillNo).toBeUndefined();
  });
});

test('a late event explains what looked like an anomaly', () => {
  const [issued, bound] = inTurn(['ISSUED', 'BOUND']) as [AssetObservation, AssetObservation];
  expect(assetCycleOf([bound]).anomalies.has(bound.assetEventId)).toBe(true);
  expect(assetCycleOf([bound, issued]).anomalies.has(bound.assetEventId)).toBe(false);
});

test('steps of one instant are taken in the order of the cycle', () => {
  const at = '2026-11-22T08:00:00Z';
  const events = inTurn(ROUND)
    .map((event) => ({ ...event, occurredAt: at }))
    .reverse();
  expect(assetCycleOf(events)).toMatchObject({ status: 'CLEANED', anomalies: new Set() });
});

const stepOf = fc.constantFrom(...(Object.keys(codesOf(AssetStep)) as Step[]));
const historyOf = fc
  .array(fc.tuple(stepOf, fc.integer({ min: 0, max: 12 })), { maxLength: 40 })
  .map((steps) =>
    steps.map(([step, minute], index) => ({
      ...seen(step, index, `ZZ0100000000${10 + (index % 80)}`),
      occurredAt: new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString(),
    })),
  );
const shuffled = historyOf.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
  ),
);

describe('of any history', () => {
  test('every order of arrival gives the same cycle', () => {
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(assetCycleOf(others)).toEqual(assetCycleOf(events));
      }),
    );
  });

  test('a repeated event changes nothing', () => {
    fc.assert(
      fc.property(historyOf, (events) => {
        expect(assetCycleOf([...events, ...events])).toEqual(assetCycleOf(events));
      }),
    );
  });

  test('the count is that of the steps REISSUED that were legal', () => {
    fc.assert(
      fc.property(historyOf, (events) => {
        const { cycleCount, anomalies } = assetCycleOf(events);
        const legal = events.filter(({ assetEventId }) => !anomalies.has(assetEventId));
        expect(cycleCount).toBe(legal.filter(({ step }) => step === 'REISSUED').length);
      }),
    );
  });

  test('one more event raises the count by one at most, and none but REISSUED', () => {
    fc.assert(
      fc.property(historyOf, stepOf, (events, step) => {
        const before = assetCycleOf(events);
        const last = { ...seen(step, 999), occurredAt: '2026-11-23T00:00:00Z' };
        const growth = assetCycleOf([...events, last]).cycleCount - before.cycleCount;
        expect(growth).toBe(step === 'REISSUED' && before.status === 'CLEANED' ? 1 : 0);
      }),
    );
  });

  test('a live waybill is that of a legal binding, while the asset is bound', () => {
    fc.assert(
      fc.property(historyOf, (events) => {
        const { status, waybillNo, anomalies } = assetCycleOf(events);
        expect(waybillNo !== undefined).toBe(status === 'BOUND');
        const legal = events.filter(
          (event) => event.step === 'BOUND' && !anomalies.has(event.assetEventId),
        );
        if (waybillNo !== undefined)
          expect(legal.map((event) => event.waybillNo)).toContain(waybillNo);
      }),
    );
  });

  test('events that are no anomaly walk the table', () => {
    fc.assert(
      fc.property(historyOf, (events) => {
        const cycle = assetCycleOf(events);
        const byId = new Map(events.map((event) => [event.assetEventId, event.step]));
        let status: string = 'IDLE';
        for (const id of cycle.assetEventIds) {
          const row = reusableAssetLifecycle.transitions.find(
            ({ kind, on, from }) =>
              kind === 'observation' && on === byId.get(id) && from.some((one) => one === status),
          );
          expect(row === undefined).toBe(cycle.anomalies.has(id));
          status = row?.to ?? status;
        }
        expect(cycle.status).toBe(status);
      }),
    );
  });
});
