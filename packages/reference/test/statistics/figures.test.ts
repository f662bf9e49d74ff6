import type { IndicatorCode } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import {
  addLine,
  EVERYWHERE,
  emptyLog,
  figuresOf,
  type PeriodKind,
  type RegionTable,
} from '../../src/statistics/index.ts';
import { event, idOf, order, packageOf, resource, scan, scanId, waybillOf } from './_log.ts';

const ZHONGSHAN = '210202';
const JINZHOU = '210213';
const at = (day: string, time = '10:00:00'): string => `${day}T${time}+08:00`;

const logOf = (lines: readonly object[]) => {
  const log = emptyLog();
  for (const line of lines) {
    const read = addLine(log, line);
    expect(read.ok ? [] : read.issues).toEqual([]);
  }
  return log;
};

type Case = {
  readonly given: readonly object[];
  readonly indicator: IndicatorCode;
  readonly region?: string;
  readonly kind?: PeriodKind;
  readonly fromOn?: string;
  readonly regions?: RegionTable;
  readonly want: number | undefined;
};

const figureOf = ({
  given,
  indicator,
  region = '210200',
  kind = 'MONTH',
  fromOn = '2026-11-01',
  regions = new Map(),
}: Case): number | undefined =>
  figuresOf(logOf(given), { kinds: [kind], indicators: [indicator], regions }).find(
    (figure) => figure.region === region && figure.period.fromOn === fromOn,
  )?.value;

const pickedUp = (no: number, day = '2026-11-11', region = ZHONGSHAN) =>
  scan(no, 'PICKED_UP', at(day), region);
const arrived = (no: number, region: string, day = '2026-11-12') =>
  scan(no, 'ARRIVED_DELIVERY_BRANCH', at(day, '08:00:00'), region);
const deliveredOn = (no: number, day = '2026-11-13', more = {}) =>
  scan(no, 'DELIVERED', at(day), undefined, more);
const point = (no: number, members: object, region: object = { regionCode: ZHONGSHAN }) =>
  resource('ServicePoint', {
    pointId: idOf(0xa, no),
    kind: 'TERMINAL_OUTLET',
    tier: 'URBAN',
    status: 'OPEN',
    revision: 1,
    createdAt: at('2026-11-01'),
    updatedAt: at('2026-11-01'),
    address: {
      region: { countryCode: 'CN', regionCodeVersion: 'NBS-2023', ...region },
      line: '样例路 1 号',
    },
    ...members,
  });
const vehicle = (no: number, members: object) =>
  resource('Vehicle', {
    vehicleId: idOf(0xb, no),
    fleetNo: `210202-ZZ-0000${no}`,
    status: 'IN_USE',
    revision: 1,
    updatedAt: at('2026-11-01'),
    ...members,
  });
const declaration = (no: number, members: object) =>
  resource('PackagingDeclaration', {
    declarationId: idOf(0xc, no),
    ...packageOf(no),
    createdAt: at('2026-11-11'),
    ...members,
  });
const complaint = (no: number, members: object = {}) =>
  resource('Complaint', {
    complaintId: idOf(0xd, no),
    ...waybillOf(no),
    openedAt: at('2026-11-14'),
    ...members,
  });
const notice = (status: string, time: string) =>
  event('continuity.interruption.updated', time, {
    noticeId: 'ntc_AAECAwQFBgcICQoLDA0ODw',
    revision: 3,
    status,
    occurredAt: time,
  });
const leg = (no: number, members: object) =>
  resource('TransportLeg', {
    legId: idOf(0xf, no),
    departedAt: at('2026-11-11', '01:00:00'),
    arrivedAt: at('2026-11-11', '05:00:00'),
    ...members,
  });
const label = (no: number, maskProfile: string) => ({
  resource: 'LabelData',
  at: at('2026-11-11'),
  path: waybillOf(no),
  value: { maskProfile },
});
const reveal = (no: number, toStatus = 'GRANTED') =>
  event('consignee.reveal.changed', at('2026-11-12'), {
    revealId: `rv_2Jx8mQ4tVb7LkD0sYw9c${String(no).padStart(2, 'A')}`,
    waybillNo: waybillOf(no).waybillNo,
    toStatus,
    occurredAt: at('2026-11-12'),
  });
const DALIAN: RegionTable = new Map([
  [ZHONGSHAN, { townCount: 8, villageCount: 0 }],
  [JINZHOU, { townCount: 2, villageCount: 5 }],
]);

describe('volume of parcels', () => {
  test.each<[string, Omit<Case, 'indicator'>]>([
    ['a parcel counts once', { given: [pickedUp(1), pickedUp(1)], want: 1 }],
    [
      'a second pickup of a parcel is no second parcel',
      { given: [pickedUp(1), pickedUp(1, '2026-11-12')], want: 1 },
    ],
    [
      'the first pickup decides the month',
      { given: [pickedUp(1, '2026-11-12'), pickedUp(1, '2026-10-31')], want: undefined },
    ],
    [
      'a month begins at midnight of Asia/Shanghai',
      {
        given: [scan(1, 'PICKED_UP', '2026-10-31T16:00:00Z', ZHONGSHAN)],
        want: 1,
      },
    ],
    [
      'the last second of a day is of that day',
      {
        given: [scan(1, 'PICKED_UP', '2026-11-11T23:59:59.999+08:00', ZHONGSHAN)],
        kind: 'DAY',
        fromOn: '2026-11-11',
        want: 1,
      },
    ],
    [
      'districts add up to their city',
      { given: [pickedUp(1), pickedUp(2, '2026-11-11', JINZHOU)], want: 2 },
    ],
    [
      'a district has its own',
      { given: [pickedUp(1), pickedUp(2, '2026-11-11', JINZHOU)], region: JINZHOU, want: 1 },
    ],
    [
      'a year has all its months',
      {
        given: [pickedUp(1, '2026-01-01'), pickedUp(2, '2026-12-31')],
        kind: 'YEAR',
        fromOn: '2026-01-01',
        want: 2,
      },
    ],
    [
      'a pickup that did not occur is withdrawn',
      {
        given: [
          pickedUp(1),
          pickedUp(2),
          scan(2, 'PICKED_UP', at('2026-11-11'), ZHONGSHAN, {
            eventId: idOf(0x9, 9),
            recordedAt: at('2026-11-11', '11:00:00'),
            correctsEventId: scanId(pickedUp(2)),
            correctionReason: 'DID_NOT_OCCUR',
          }),
        ],
        want: 1,
      },
    ],
    [
      'what has no place counts for everywhere alone',
      {
        given: [scan(1, 'PICKED_UP', at('2026-11-11'), '330100')],
        region: EVERYWHERE,
        want: 1,
      },
    ],
  ])('%s', (_title, one) => {
    expect(figureOf({ ...one, indicator: 'PARCEL_VOLUME' })).toBe(one.want);
  });
});

const delivery = (no: number, ...between: readonly object[]) => [
  pickedUp(no),
  arrived(no, JINZHOU),
  ...between,
  deliveredOn(no),
];

test.each<[string, Case]>([
  [
    'an open park counts',
    { given: [point(1, { kind: 'PARK' }), point(2, {})], indicator: 'PARK_COUNT', want: 1 },
  ],
  [
    'a park that closed within the month does not',
    {
      given: [
        point(1, { kind: 'PARK' }),
        point(1, {
          kind: 'PARK',
          status: 'CLOSED',
          revision: 2,
          updatedAt: at('2026-11-30', '23:00:00'),
        }),
        point(2, { kind: 'COMMUNITY_STATION' }),
      ],
      indicator: 'PARK_COUNT',
      want: undefined,
    },
  ],
  [
    'a park that closed in the next month still does',
    {
      given: [
        point(1, { kind: 'PARK' }),
        point(1, {
          kind: 'PARK',
          status: 'CLOSED',
          revision: 2,
          updatedAt: at('2026-12-01', '00:00:00'),
        }),
      ],
      indicator: 'PARK_COUNT',
      want: 1,
    },
  ],
  [
    'stations are counted by kind',
    {
      given: [point(1, { kind: 'COMMUNITY_STATION' })],
      indicator: 'COMMUNITY_STATION_COUNT',
      want: 1,
    },
  ],
  [
    'rural points are counted by tier',
    {
      given: [
        point(1, { tier: 'TOWN' }, { regionCode: JINZHOU, townCode: '210213100' }),
        point(
          2,
          { tier: 'VILLAGE' },
          { regionCode: JINZHOU, townCode: '210213100', villageCode: '210213100201' },
        ),
        point(3, { tier: 'COUNTY' }),
      ],
      indicator: 'RURAL_POINT_COUNT',
      want: 2,
    },
  ],
  [
    'a town with two points is covered once',
    {
      given: [
        point(1, {}, { regionCode: ZHONGSHAN, townCode: '210202001' }),
        point(2, {}, { regionCode: ZHONGSHAN, townCode: '210202001' }),
      ],
      indicator: 'TOWN_COVERAGE_RATIO',
      regions: DALIAN,
      want: 100,
    },
  ],
  [
    'villages are covered over all of the table',
    {
      given: [
        point(
          1,
          { tier: 'VILLAGE' },
          { regionCode: JINZHOU, townCode: '210213100', villageCode: '210213100201' },
        ),
      ],
      indicator: 'VILLAGE_COVERAGE_RATIO',
      regions: DALIAN,
      want: 200,
    },
  ],
  [
    'coverage without a table is nothing',
    {
      given: [point(1, {}, { regionCode: ZHONGSHAN, townCode: '210202001' })],
      indicator: 'TOWN_COVERAGE_RATIO',
      want: undefined,
    },
  ],
  [
    'two of three vehicles run on new energy, rounded down',
    {
      given: [
        vehicle(1, { energy: 'BEV' }),
        vehicle(2, { energy: 'PHEV', emissionStandard: 'CN_VIB' }),
        vehicle(3, { energy: 'DIESEL', kind: 'TRUCK', emissionStandard: 'CN_VIB' }),
        vehicle(4, { energy: 'BEV', status: 'RETIRED' }),
      ],
      indicator: 'NEW_ENERGY_VEHICLE_RATIO',
      want: 666,
    },
  ],
  [
    'declared packages are placed by their parcels',
    {
      given: [
        ...order(1, 'SHOPA'),
        ...order(2, 'SHOPB'),
        pickedUp(1),
        pickedUp(2),
        declaration(1, { packClass: 'A_REUSABLE' }),
        declaration(2, { packClass: 'D_CONVENTIONAL' }),
      ],
      indicator: 'REUSABLE_PACK_RATIO',
      region: ZHONGSHAN,
      want: 500,
    },
  ],
  [
    'a second declaration of a package replaces the first',
    {
      given: [
        declaration(1, { isSecondPackaging: true }),
        {
          ...declaration(1, {
            isSecondPackaging: false,
            declarationId: idOf(0xc, 99),
            createdAt: at('2026-11-12'),
          }),
        },
      ],
      indicator: 'SECOND_PACKAGING_RATIO',
      region: EVERYWHERE,
      want: 0,
    },
  ],
  [
    'a delivery from a locker counts where it was delivered',
    {
      given: [
        ...delivery(1, scan(1, 'DEPOSITED_LOCKER', at('2026-11-13', '09:00:00'), JINZHOU)),
        ...delivery(2),
      ],
      indicator: 'LOCKER_DELIVERY_RATIO',
      region: JINZHOU,
      want: 500,
    },
  ],
  [
    'an earlier failure is no success at the first attempt',
    {
      given: [
        ...delivery(1, scan(1, 'REFUSED', at('2026-11-12', '18:00:00'))),
        ...delivery(2),
        ...delivery(3),
      ],
      indicator: 'FIRST_ATTEMPT_SUCCESS',
      want: 666,
    },
  ],
  [
    'a failure after the delivery takes nothing back',
    {
      given: [...delivery(1), scan(1, 'REFUSED', at('2026-11-14', '18:00:00'))],
      indicator: 'FIRST_ATTEMPT_SUCCESS',
      want: 1000,
    },
  ],
  [
    'a parcel that came back to its sender was not delivered',
    {
      given: [pickedUp(1), deliveredOn(1, '2026-11-13', { leg: 'RETURN' })],
      indicator: 'FIRST_ATTEMPT_SUCCESS',
      want: undefined,
    },
  ],
  [
    'the promised second is in time, and no promise is not asked',
    {
      given: [
        ...order(1, 'SHOPA', at('2026-11-13')),
        ...order(2, 'SHOPA', at('2026-11-13', '09:59:59')),
        ...order(3, 'SHOPA'),
        ...delivery(1),
        ...delivery(2),
        ...delivery(3),
      ],
      indicator: 'ON_TIME_RATE',
      want: 500,
    },
  ],
  [
    'one complaint about four parcels',
    {
      given: [pickedUp(1), pickedUp(2), pickedUp(3), pickedUp(4), complaint(1), complaint(1)],
      indicator: 'COMPLAINT_RATE',
      want: 250_000,
    },
  ],
  [
    'minutes of an interruption end with the restoration',
    {
      given: [
        notice('ACTIVE', at('2026-11-28', '02:00:00')),
        notice('RESTORED', at('2026-11-28', '04:40:59')),
      ],
      indicator: 'INTERRUPTION_MINUTES',
      region: EVERYWHERE,
      want: 160,
    },
  ],
  [
    'an interruption over midnight is shared by two days',
    {
      given: [
        notice('ACTIVE', at('2026-11-27', '23:30:00')),
        notice('RESTORED', at('2026-11-28', '02:00:00')),
      ],
      indicator: 'INTERRUPTION_MINUTES',
      region: EVERYWHERE,
      kind: 'DAY',
      fromOn: '2026-11-28',
      want: 120,
    },
  ],
  [
    'an interruption that returns is counted again',
    {
      given: [
        notice('ACTIVE', at('2026-11-28', '02:00:00')),
        notice('RESTORED', at('2026-11-28', '02:30:00')),
        notice('ACTIVE', at('2026-11-28', '03:00:00')),
        notice('RESTORED', at('2026-11-28', '03:05:00')),
      ],
      indicator: 'INTERRUPTION_MINUTES',
      region: EVERYWHERE,
      want: 35,
    },
  ],
  [
    'what goes on is counted to the end of the log',
    {
      given: [
        notice('ACTIVE', at('2026-11-28', '02:00:00')),
        event('order.status.changed', at('2026-11-28', '02:07:00'), {}),
      ],
      indicator: 'INTERRUPTION_MINUTES',
      region: EVERYWHERE,
      want: 7,
    },
  ],
  [
    'a higher revision of a leg replaces its report',
    {
      given: [
        vehicle(1, {}),
        leg(1, {
          distanceMetres: 1000,
          emptyMetres: 900,
          reportRevision: 1,
          vehicleId: idOf(0xb, 1),
        }),
        leg(1, {
          distanceMetres: 1000,
          emptyMetres: 100,
          reportRevision: 2,
          vehicleId: idOf(0xb, 1),
        }),
        leg(2, {
          distanceMetres: 3000,
          emptyMetres: 500,
          reportRevision: 1,
          vehicleId: idOf(0xb, 1),
        }),
      ],
      indicator: 'EMPTY_RUN_RATIO',
      region: ZHONGSHAN,
      want: 150,
    },
  ],
  [
    'reveals that were refused are not counted',
    {
      given: [pickedUp(1), pickedUp(2), reveal(1), reveal(2, 'DENIED')],
      indicator: 'REVEALS_PER_1000_PARCELS',
      want: 500,
    },
  ],
  [
    'a label that is not masked lowers the share',
    {
      given: [pickedUp(1), pickedUp(2), label(1, 'MASKED'), label(2, 'PLAIN')],
      indicator: 'MASKED_LABEL_RATIO',
      want: 500,
    },
  ],
])('%s', (_title, one) => {
  expect(figureOf(one)).toBe(one.want);
});

test.each([
  ['a line of another shape', { given: { hello: 1 }, pointer: '/resource' }],
  ['a line that is no object', { given: 7, pointer: '' }],
  [
    'a scan without its number',
    {
      given: event('tracking.event.recorded', at('2026-11-11'), { eventCode: 'PICKED_UP' }),
      pointer: '/data',
    },
  ],
  [
    'a label without its instant',
    { given: { resource: 'LabelData', value: { maskProfile: 'MASKED' } }, pointer: '/at' },
  ],
])('%s is refused and changes nothing', (_title, { given, pointer }) => {
  const log = emptyLog();
  const read = addLine(log, given);
  expect(read.ok ? undefined : read.issues[0]?.pointer).toBe(pointer);
  expect(log).toEqual(emptyLog());
});
