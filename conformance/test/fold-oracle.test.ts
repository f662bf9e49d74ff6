import { codesOf, EventCode, fold } from '@openwaybill/schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldOf } from '../src/oracle/fold.ts';

const START = Date.UTC(2026, 10, 22);
const ids = Array.from({ length: 8 }, (_, index) => `01935b8a-7c00-7a11-8a01-00000000000${index}`);

const scans = fc.uniqueArray(
  fc.record(
    {
      eventId: fc.constantFrom(...ids),
      eventCode: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...Object.keys(codesOf(EventCode))) },
        { weight: 1, arbitrary: fc.constant('X_FUTURE') },
      ),
      leg: fc.constantFrom('FORWARD' as const, 'RETURN' as const),
      occurredAt: fc
        .integer({ min: 0, max: 12 })
        .map((n) => new Date(START + n * 240_000).toISOString()),
      recordedAt: fc
        .integer({ min: 0, max: 12 })
        .map((n) => new Date(START + n * 240_000).toISOString()),
      location: fc.record({ facilityId: fc.constantFrom('A', 'B') }),
      correctsEventId: fc.constantFrom(...ids),
      correctionReason: fc.constantFrom('DID_NOT_OCCUR' as const, 'INCORRECT_DATA' as const),
    },
    { requiredKeys: ['eventId', 'eventCode', 'occurredAt', 'recordedAt'] },
  ),
  { selector: ({ eventId }) => eventId, maxLength: 8 },
);

test('the oracle and the fold of the standard agree on every set of scans', () => {
  fc.assert(
    fc.property(scans, (events) => {
      const want = fold(events);
      const got = foldOf(events);
      expect({ ...got, anomalies: Object.fromEntries(got.anomalies) }).toEqual({
        status: want.status,
        leg: want.leg,
        ...(want.sinceAt === undefined ? {} : { sinceAt: want.sinceAt }),
        gap: want.gap,
        stale: want.stale,
        overdue: want.overdue,
        inferredMilestones: want.inferredMilestones,
        eventCount: want.eventCount,
        anomalies: Object.fromEntries(want.anomalies),
      });
    }),
    { numRuns: 5_000, seed: 1 },
  );
});
