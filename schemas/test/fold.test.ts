import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnomalyReason,
  codesOf,
  EventCode,
  eventCodeEntry,
  type FoldableEvent,
  fold,
  isTerminalAt,
  NEXT_STATUSES,
  type ParcelStatus,
  parcelStatusEntries,
  showEvent,
  stageOf,
} from '../src/index.ts';

type Scan = string | Partial<FoldableEvent>;

const idOf = (place: number): string =>
  `01935b8a-7c00-7a11-8a01-${String(place).padStart(12, '0')}`;

const minuteOf = (minute: number): string =>
  new Date(Date.UTC(2026, 10, 24, 0, minute)).toISOString();

/** Scans a minute apart, each recorded when it happened, unless one says otherwise. */
const scans = (...given: readonly Scan[]): readonly FoldableEvent[] =>
  given.map((scan, place) => ({
    eventId: idOf(place),
    eventCode: 'INFO',
    occurredAt: minuteOf(place),
    recordedAt: minuteOf(place),
    ...(typeof scan === 'string' ? { eventCode: scan } : scan),
  }));

const reasonsOf = (events: readonly FoldableEvent[]): readonly (AnomalyReason | undefined)[] => {
  const { anomalies } = fold(events);
  return events.map(({ eventId }) => anomalies.get(eventId));
};

const back = (eventCode: string): Scan => ({ eventCode, leg: 'RETURN' });
const did = (place: number): Partial<FoldableEvent> => ({
  correctsEventId: idOf(place),
  correctionReason: 'INCORRECT_DATA',
});
const didNot = (place: number): Partial<FoldableEvent> => ({
  correctsEventId: idOf(place),
  correctionReason: 'DID_NOT_OCCUR',
});

describe('status', () => {
  test.each<[string, { given: readonly Scan[]; want: ParcelStatus; gap?: boolean }]>([
    ['nothing observed is UNKNOWN', { given: [], want: 'UNKNOWN' }],
    ['any status is legal from UNKNOWN', { given: ['DELIVERED'], want: 'DELIVERED' }],
    [
      'a recheck of weight leaves the status',
      { given: ['PICKED_UP', 'WEIGHED'], want: 'PICKED_UP' },
    ],
    ['staying is always legal', { given: ['DELIVERED', 'DELIVERED_AGENT'], want: 'DELIVERED' }],
    ['a row of the table is taken', { given: ['PICKED_UP', 'ARRIVED_HUB'], want: 'IN_TRANSIT' }],
    [
      'skipped milestones leave a gap',
      { given: ['PICKED_UP', 'DELIVERED'], want: 'DELIVERED', gap: true },
    ],
    [
      'less progress is refused',
      { given: ['OUT_FOR_DELIVERY', 'PICKED_UP'], want: 'OUT_FOR_DELIVERY' },
    ],
    [
      'equal progress without a row is refused',
      {
        given: ['EXPORT_CUSTOMS_PRESENTED', 'FORWARDED_ADDRESS'],
        want: 'CUSTOMS',
      },
    ],
    ['a target counts as 3 when new', { given: ['ORDER_PLACED', 'LOST'], want: 'LOST', gap: true }],
    [
      'a target has no number when old',
      { given: ['INTERCEPT_ACCEPTED', 'DELIVERED'], want: 'INTERCEPTED' },
    ],
    [
      'after the end a scan changes nothing',
      { given: ['DELIVERED', 'OUT_FOR_DELIVERY'], want: 'DELIVERED' },
    ],
    ['an unknown code changes nothing', { given: ['PICKED_UP', 'X_FUTURE'], want: 'PICKED_UP' }],
    [
      'the name of a prototype member is an unknown code',
      { given: ['PICKED_UP', 'constructor'], want: 'PICKED_UP' },
    ],
    ['found from LOST goes on', { given: ['ARRIVED_HUB', 'LOST', 'FOUND'], want: 'IN_TRANSIT' }],
    [
      'found on the way back goes on back',
      { given: ['RETURN_STARTED', 'LOST', 'FOUND'], want: 'RETURNING' },
    ],
    [
      'found but never lost is refused',
      { given: ['ARRIVED_DELIVERY_BRANCH', 'FOUND'], want: 'AT_DESTINATION' },
    ],
    [
      'a scan on the way back is RETURNING',
      { given: ['RETURN_STARTED', 'ARRIVED_HUB'], want: 'RETURNING' },
    ],
    [
      'a delivery on the way back is RETURNED',
      { given: ['RETURN_STARTED', 'DELIVERED'], want: 'RETURNED' },
    ],
    [
      'a hold on the way back is a hold',
      { given: ['RETURN_STARTED', 'SECURITY_HELD'], want: 'HELD' },
    ],
    [
      'the leg of one event turns the parcel',
      { given: ['OUT_FOR_DELIVERY', back('ARRIVED_HUB')], want: 'RETURNING' },
    ],
    [
      'the way back leaves a gap where no row names it',
      { given: ['INTERCEPT_ACCEPTED', back('DELIVERED')], want: 'RETURNED', gap: true },
    ],
    [
      'the way back does not start after the end',
      { given: ['DELIVERED', back('ARRIVED_HUB')], want: 'DELIVERED' },
    ],
    [
      'a refused return does not turn the parcel',
      { given: ['DELIVERED', 'RETURN_STARTED', 'DELIVERED'], want: 'DELIVERED' },
    ],
  ])('%s', (_title, { given, want, gap = false }) => {
    const result = fold(scans(...given));
    expect([result.status, result.gap]).toEqual([want, gap]);
  });
});

describe('anomalies', () => {
  test.each<
    [string, { given: readonly FoldableEvent[]; want: readonly (AnomalyReason | undefined)[] }]
  >([
    [
      'a scan after the end',
      { given: scans('DELIVERED', 'OUT_FOR_DELIVERY'), want: [undefined, 'AFTER_TERMINAL'] },
    ],
    [
      'a step back',
      { given: scans('OUT_FOR_DELIVERY', 'PICKED_UP'), want: [undefined, 'ILLEGAL_TRANSITION'] },
    ],
    [
      'a skipped milestone is none',
      { given: scans('PICKED_UP', 'DELIVERED'), want: [undefined, undefined] },
    ],
    [
      'found but never lost',
      { given: scans('ARRIVED_HUB', 'FOUND'), want: [undefined, 'ILLEGAL_TRANSITION'] },
    ],
    ['a code that the list lacks', { given: scans('X_FUTURE'), want: ['UNKNOWN_CODE'] }],
    [
      'the same scan twice',
      {
        given: scans('ARRIVED_HUB', { eventCode: 'ARRIVED_HUB', occurredAt: minuteOf(0) }),
        want: [undefined, 'DUPLICATE'],
      },
    ],
    [
      'the same instant in another offset',
      {
        given: scans(
          { eventCode: 'ARRIVED_HUB', occurredAt: '2026-11-24T00:00:00Z' },
          { eventCode: 'ARRIVED_HUB', occurredAt: '2026-11-24T08:00:00+08:00' },
        ),
        want: [undefined, 'DUPLICATE'],
      },
    ],
    [
      'the same scan at another facility is none',
      {
        given: scans(
          { eventCode: 'ARRIVED_HUB', location: { facilityId: 'A' } },
          { eventCode: 'ARRIVED_HUB', occurredAt: minuteOf(0) },
        ),
        want: [undefined, undefined],
      },
    ],
    [
      'an absent leg is FORWARD',
      {
        given: scans('ARRIVED_HUB', {
          eventCode: 'ARRIVED_HUB',
          occurredAt: minuteOf(0),
          leg: 'FORWARD',
        }),
        want: [undefined, 'DUPLICATE'],
      },
    ],
    [
      'a clock five minutes ahead is none',
      { given: scans({ eventCode: 'PICKED_UP', occurredAt: minuteOf(5) }), want: [undefined] },
    ],
    [
      'a clock more than five minutes ahead',
      {
        given: scans({ eventCode: 'PICKED_UP', occurredAt: '2026-11-24T00:05:00.001Z' }),
        want: ['CLOCK'],
      },
    ],
    [
      'the first reason of the list is told',
      { given: scans({ eventCode: 'X_FUTURE', occurredAt: minuteOf(9) }), want: ['UNKNOWN_CODE'] },
    ],
    [
      'a withdrawn event is none',
      {
        given: scans('DELIVERED', 'PICKED_UP', { ...didNot(1), eventCode: 'PICKED_UP' }),
        want: [undefined, undefined, undefined],
      },
    ],
  ])('%s', (_title, { given, want }) => expect(reasonsOf(given)).toEqual(want));

  test('an event with a clock fault folds, and its time is an estimate', () => {
    const events = scans({ eventCode: 'PICKED_UP', occurredAt: minuteOf(9) }).map((event) => ({
      ...event,
      timeQuality: 'EXACT' as const,
    }));
    const { status, events: stored } = fold(events);
    expect([status, stored.map(showEvent)]).toEqual([
      'PICKED_UP',
      [{ ...events[0], timeQuality: 'ESTIMATED', anomaly: true, anomalyReason: 'CLOCK' }],
    ]);
  });
});

describe('corrections', () => {
  test.each<[string, { given: readonly Scan[]; want: ParcelStatus; withdrawn: readonly number[] }]>(
    [
      [
        'a target leaves the fold',
        {
          given: ['OUT_FOR_DELIVERY', 'DELIVERED', didNot(1)],
          want: 'OUT_FOR_DELIVERY',
          withdrawn: [1],
        },
      ],
      [
        'incorrect data is replaced',
        {
          given: ['OUT_FOR_DELIVERY', 'DELIVERED', { ...did(1), eventCode: 'REFUSED' }],
          want: 'DELIVERY_FAILED',
          withdrawn: [1],
        },
      ],
      [
        'a corrected correction withdraws nothing',
        {
          given: ['OUT_FOR_DELIVERY', 'DELIVERED', didNot(1), didNot(2)],
          want: 'DELIVERED',
          withdrawn: [2],
        },
      ],
      [
        'the end is corrected and the parcel goes on',
        {
          given: ['DELIVERED', didNot(0), 'OUT_FOR_DELIVERY'],
          want: 'OUT_FOR_DELIVERY',
          withdrawn: [0],
        },
      ],
      [
        'a correction before its target is ignored',
        {
          given: [
            'PICKED_UP',
            { eventCode: 'DELIVERED', occurredAt: minuteOf(9), ...did(2) },
            'ARRIVED_HUB',
          ],
          want: 'IN_TRANSIT',
          withdrawn: [],
        },
      ],
      [
        'a correction of itself is ignored',
        {
          given: ['PICKED_UP', { ...did(1), eventCode: 'DELIVERED' }],
          want: 'PICKED_UP',
          withdrawn: [],
        },
      ],
      [
        'a correction of a duplicate names the one that counts',
        {
          given: [
            'PICKED_UP',
            'DELIVERED',
            { eventCode: 'DELIVERED', occurredAt: minuteOf(1) },
            didNot(2),
          ],
          want: 'PICKED_UP',
          withdrawn: [1],
        },
      ],
      [
        'a correction of what has not arrived folds',
        {
          given: ['PICKED_UP', { ...did(77), eventCode: 'ARRIVED_HUB' }],
          want: 'IN_TRANSIT',
          withdrawn: [],
        },
      ],
      [
        'a correction is a duplicate of nothing',
        {
          given: ['ARRIVED_HUB', { ...did(0), eventCode: 'ARRIVED_HUB', occurredAt: minuteOf(0) }],
          want: 'IN_TRANSIT',
          withdrawn: [0],
        },
      ],
    ],
  )('%s', (_title, { given, want, withdrawn }) => {
    const { status, events } = fold(scans(...given));
    const out = events.filter(({ part }) => part === 'WITHDRAWN').map(({ event }) => event.eventId);
    expect([status, out]).toEqual([want, withdrawn.map(idOf)]);
  });

  test('every stored event stays readable and counted', () => {
    const { eventCount, events } = fold(scans('OUT_FOR_DELIVERY', 'DELIVERED', didNot(1)));
    expect([eventCount, events.map(({ event }) => event.eventId)]).toEqual([
      3,
      [0, 1, 2].map(idOf),
    ]);
  });
});

describe('order', () => {
  const one = minuteOf(0);
  test.each<[string, { given: readonly FoldableEvent[]; want: readonly number[] }]>([
    [
      'the earlier occurrence is first',
      { given: scans({ occurredAt: minuteOf(5) }, { occurredAt: minuteOf(3) }), want: [1, 0] },
    ],
    [
      'instants compare across offsets',
      {
        given: scans(
          { occurredAt: '2026-11-24T09:00:00+08:00' },
          { occurredAt: '2026-11-24T00:59:59Z' },
        ),
        want: [1, 0],
      },
    ],
    [
      'a leap second is the end of its minute',
      {
        given: scans(
          { occurredAt: '2026-12-31T23:59:60Z' },
          { occurredAt: '2026-12-31T23:59:59.999Z' },
        ),
        want: [1, 0],
      },
    ],
    [
      'equal instants are ordered by rank',
      {
        given: scans(
          { eventCode: 'OUT_FOR_DELIVERY', occurredAt: one },
          { eventCode: 'ARRIVED_DELIVERY_BRANCH', occurredAt: one },
        ),
        want: [1, 0],
      },
    ],
    [
      'an unknown code has the rank of INFO',
      {
        given: scans(
          { eventCode: 'X_FUTURE', occurredAt: one },
          { eventCode: 'CANCELLED', occurredAt: one },
        ),
        want: [1, 0],
      },
    ],
    [
      'equal ranks are ordered by the record',
      {
        given: scans(
          { eventCode: 'INFO', occurredAt: one, recordedAt: minuteOf(2), leg: 'RETURN' },
          { occurredAt: one },
        ),
        want: [1, 0],
      },
    ],
    [
      'equal records are ordered by the id',
      {
        given: scans(
          { eventId: idOf(9), occurredAt: one, recordedAt: one, leg: 'RETURN' },
          { occurredAt: one, recordedAt: one },
        ),
        want: [1, 0],
      },
    ],
    [
      'of equal scans the first recorded counts',
      {
        given: scans(
          { occurredAt: one, recordedAt: minuteOf(7) },
          { occurredAt: one, recordedAt: minuteOf(6) },
        ),
        want: [1, 0],
      },
    ],
  ])('%s', (_title, { given, want }) =>
    expect(fold(given).events.map(({ event }) => event)).toEqual(want.map((place) => given[place])),
  );

  test('of equal scans the later recorded is the duplicate', () => {
    const given = scans({ occurredAt: one, recordedAt: minuteOf(7) }, { occurredAt: one });
    expect(reasonsOf(given)).toEqual(['DUPLICATE', undefined]);
  });

  test('rank decides what an instant with two scans comes to', () => {
    const given = scans(
      { eventCode: 'OUT_FOR_DELIVERY', occurredAt: one },
      { eventCode: 'ARRIVED_DELIVERY_BRANCH', occurredAt: one },
    );
    expect([fold(given).status, fold(given).anomalyCount]).toEqual(['OUT_FOR_DELIVERY', 0]);
  });
});

describe('members of the result', () => {
  test.each<[string, { given: readonly Scan[]; want: Partial<ReturnType<typeof fold>> }]>([
    [
      'stale is raised by its code',
      { given: ['PICKED_UP', 'TRACE_STALE'], want: { stale: true, overdue: false } },
    ],
    [
      'overdue is raised by both of its codes',
      { given: ['DEPOSITED_LOCKER', 'COLLECTION_OVERDUE'], want: { overdue: true } },
    ],
    [
      'a change of status clears the flags',
      {
        given: ['PICKED_UP', 'TRACE_STALE', 'DELIVERY_OVERDUE', 'ARRIVED_HUB'],
        want: { stale: false, overdue: false },
      },
    ],
    [
      'a scan that changes nothing leaves the flags',
      { given: ['ARRIVED_HUB', 'TRACE_STALE', 'DEPARTED_HUB'], want: { stale: true } },
    ],
    [
      'a refused scan leaves the flags',
      { given: ['ARRIVED_HUB', 'TRACE_STALE', 'PICKED_UP'], want: { stale: true } },
    ],
    [
      'since is when the status came',
      { given: ['PICKED_UP', 'ARRIVED_HUB', 'DEPARTED_HUB'], want: { sinceAt: minuteOf(1) } },
    ],
    [
      'skipped milestones are told in order',
      {
        given: ['ORDER_PLACED', 'ARRIVED_HUB', 'DELIVERED'],
        want: {
          inferredMilestones: [
            'AWAITING_PICKUP',
            'PICKED_UP',
            'AT_DESTINATION',
            'OUT_FOR_DELIVERY',
            'AWAITING_COLLECTION',
          ],
        },
      },
    ],
    [
      'a milestone is told once',
      {
        given: [
          'PICKED_UP',
          'DEPOSITED_LOCKER',
          'ARRIVED_DEST_CITY',
          'FORWARDED_ADDRESS',
          'DEPOSITED_LOCKER',
        ],
        want: { inferredMilestones: ['IN_TRANSIT', 'AT_DESTINATION', 'OUT_FOR_DELIVERY'] },
      },
    ],
    [
      'an accepted return turns the leg',
      { given: ['OUT_FOR_DELIVERY', 'RETURN_STARTED'], want: { leg: 'RETURN' } },
    ],
    [
      'a refused return does not turn the leg',
      { given: ['DELIVERED', 'RETURN_STARTED'], want: { leg: 'FORWARD' } },
    ],
    [
      'a scan after the end does not turn the leg',
      { given: ['DELIVERED', back('ARRIVED_HUB')], want: { leg: 'FORWARD', status: 'DELIVERED' } },
    ],
    [
      'a scan without a status turns the leg',
      {
        given: ['OUT_FOR_DELIVERY', back('WEIGHED')],
        want: { leg: 'RETURN', status: 'OUT_FOR_DELIVERY' },
      },
    ],
    ['lost is not the end of the fold', { given: ['LOST'], want: { terminal: false } }],
    ['delivered is the end', { given: ['DELIVERED'], want: { terminal: true } }],
    [
      'anomalies and events are counted',
      { given: ['DELIVERED', 'PICKED_UP', 'INFO'], want: { anomalyCount: 1, eventCount: 3 } },
    ],
  ])('%s', (_title, { given, want }) => expect(fold(scans(...given))).toMatchObject(want));

  test('without events there is neither an instant nor a last event', () => {
    const result = fold([]);
    expect(['sinceAt' in result, 'lastEvent' in result]).toEqual([false, false]);
  });

  test('the last event is the last that takes part', () => {
    const given = scans('PICKED_UP', 'ARRIVED_HUB', didNot(1));
    expect(fold(given).lastEvent).toEqual(given[0]);
  });
});

describe('stage and end by time', () => {
  const since = '2026-11-01T00:00:00+08:00';
  test.each<[string, { given: [ParcelStatus, string]; want: [string, boolean] }]>([
    [
      'delivered for less than 7 days',
      { given: ['DELIVERED', '2026-11-07T23:59:59+08:00'], want: ['DELIVERED', true] },
    ],
    [
      'delivered for 7 days',
      { given: ['DELIVERED', '2026-11-08T00:00:00+08:00'], want: ['CLOSED', true] },
    ],
    [
      'lost for less than 30 days',
      { given: ['LOST', '2026-11-30T23:59:59+08:00'], want: ['EXCEPTION', false] },
    ],
    ['lost for 30 days', { given: ['LOST', '2026-12-01T00:00:00+08:00'], want: ['CLOSED', true] }],
    [
      'held for a year',
      { given: ['HELD', '2027-11-01T00:00:00+08:00'], want: ['EXCEPTION', false] },
    ],
    ['returned at once', { given: ['RETURNED', since], want: ['CLOSED', true] }],
  ])('%s', (_title, { given: [status, now], want }) =>
    expect([stageOf(status, since, now), isTerminalAt(status, since, now)]).toEqual(want),
  );
});

describe('the tables', () => {
  const codes = Object.keys(codesOf(EventCode));
  test('a terminal status has no next one, and every other has', () => {
    const ends = Object.entries(NEXT_STATUSES).filter(([, next]) => next.length === 0);
    const terminal = Object.entries(parcelStatusEntries).filter(([, { terminal }]) => terminal);
    expect(ends.map(([status]) => status).sort()).toEqual(
      terminal.map(([status]) => status).sort(),
    );
  });

  test('ranks are different, so that a tie is of equal codes', () => {
    const ranks = codes.map((code) => eventCodeEntry(code)?.rank);
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

/** Events of few codes, instants and ids, so that ties, duplicates and corrections are frequent. */
const anyEvents: fc.Arbitrary<readonly FoldableEvent[]> = fc
  .array(
    fc.record(
      {
        eventCode: fc.constantFrom(...Object.keys(codesOf(EventCode)), 'X_FUTURE'),
        occurred: fc.nat(12),
        recorded: fc.nat(12),
        offset: fc.boolean(),
        leg: fc.constantFrom('FORWARD' as const, 'RETURN' as const),
        facilityId: fc.constantFrom('A', 'B'),
        corrects: fc.nat(15),
        correctionReason: fc.constantFrom('DID_NOT_OCCUR' as const, 'INCORRECT_DATA' as const),
      },
      { requiredKeys: ['eventCode', 'occurred', 'recorded', 'offset', 'correctionReason'] },
    ),
    { maxLength: 16 },
  )
  .map((drafts) =>
    drafts.map(
      (
        { eventCode, occurred, recorded, offset, leg, facilityId, corrects, correctionReason },
        place,
      ) => ({
        eventId: idOf(place),
        eventCode,
        occurredAt: offset ? minuteOf(occurred + 480).replace('Z', '+08:00') : minuteOf(occurred),
        recordedAt: minuteOf(recorded),
        ...(leg === undefined ? {} : { leg }),
        ...(facilityId === undefined ? {} : { location: { facilityId } }),
        ...(corrects === undefined ? {} : { correctsEventId: idOf(corrects), correctionReason }),
      }),
    ),
  );

describe('properties', () => {
  test('any order and repetition of arrival gives the same result', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events], { minLength: events.length }),
            fc.subarray([...events]),
          ),
        ),
        ([events, shuffled, repeated]) => {
          expect(fold([...repeated, ...shuffled, ...repeated])).toEqual(fold(events));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('what arrives as it happened is folded like what does not', () => {
    const course = fc
      .uniqueArray(fc.tuple(fc.nat(200), fc.constantFrom(...Object.keys(codesOf(EventCode)))), {
        selector: ([minute]) => minute,
        maxLength: 12,
      })
      .map((drawn) =>
        drawn
          .sort(([a], [b]) => a - b)
          .map(([minute, eventCode], place) => ({
            eventId: idOf(place),
            eventCode,
            occurredAt: minuteOf(minute),
            recordedAt: minuteOf(minute),
          })),
      );
    fc.assert(
      fc.property(course, (events) => {
        expect(fold(events)).toEqual(fold(events.toReversed()));
      }),
      { numRuns: 1000 },
    );
  });

  test('a leap second is the next minute also in the order of arrival', () => {
    const at = (place: number, occurredAt: string, eventCode: string): FoldableEvent => ({
      eventId: idOf(place),
      eventCode,
      occurredAt,
      recordedAt: occurredAt,
    });
    const events = [
      at(0, '2026-12-31T23:59:60.000Z', 'DELIVERED'),
      at(1, '2027-01-01T00:00:00.000Z', 'PICKED_UP'),
    ];
    expect(fold(events)).toEqual(fold(events.toReversed()));
  });

  test('an event is listed once, and anomalies are those that are told', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const result = fold(events);
        const listed = result.events.map(({ event }) => event.eventId).sort();
        expect(listed).toEqual(events.map(({ eventId }) => eventId).sort());
        const told = result.events.filter(({ anomalyReason }) => anomalyReason !== undefined);
        expect(told.length).toBe(result.anomalyCount);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is withdrawn or doubled has no say in the status', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { events: stored, status, leg } = fold(events);
        const rest = stored
          .filter(({ part }) => part === 'FOLDED')
          .map(({ event: { correctsEventId, ...event } }) => event);
        const again = fold(rest);
        fc.pre(again.events.every(({ part }) => part === 'FOLDED'));
        expect([again.status, again.leg]).toEqual([status, leg]);
      }),
      { numRuns: 1000 },
    );
  });

  test('after a terminal status no scan changes it', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom(...Object.keys(codesOf(EventCode))),
        (events, eventCode) => {
          const before = fold(events);
          fc.pre(before.terminal);
          const later = {
            eventId: idOf(99),
            eventCode,
            occurredAt: minuteOf(2000),
            recordedAt: minuteOf(2000),
          };
          expect(fold([...events, later]).status).toBe(before.status);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
