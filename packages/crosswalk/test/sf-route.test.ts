import type { Region } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { type Context, convert } from '../src/index.ts';

const route = (
  acceptTime: string,
  acceptAddress: string,
  opCode: string,
  remark: string,
  more = {},
) => ({
  acceptTime: `2026-11-${acceptTime}`,
  acceptAddress,
  opCode,
  remark,
  ...more,
});

/** Routes of an invented parcel in the form of SF's answer. */
const routes = [
  route('23 12:00:00', '沈阳市', '50', '已收取快件'),
  route('23 14:00:00', '沈阳市', '36', '快件离开'),
  route('23 20:00:00', '沈阳市', '30', '快件在【沈阳集散中心】已装车,准备发往下一站'),
  route('23 21:00:00', '沈阳市', '36', '快件离开'),
  route('24 02:00:00', '鞍山市', '31', '快件到达 【鞍山集散中心】'),
  route('24 06:00:00', '大连市', '31', '快件到达 【大连中山一部】'),
  route('24 08:00:00', '大连市', '44', '正在派送途中'),
  route('24 09:00:00', '大连市', '204', '更换收派员'),
  route('24 10:00:00', '大连市', '80', '已签收,家人代收'),
  route('24 10:00:01', '大连市', '8000', '可查看签收图'),
];

const answer = (listed: readonly unknown[]) => ({
  apiResultData: {
    success: true,
    msgData: { routeResps: [{ mailNo: 'SF0000000000001', routes: listed }] },
  },
});

const CITIES: Readonly<Record<string, string>> = {
  沈阳市: '210100',
  鞍山市: '210300',
  大连市: '210200',
};

const context: Context = {
  regionOf: (place): Region | undefined => {
    const regionCode = CITIES[place];
    return regionCode === undefined
      ? undefined
      : { countryCode: 'CN', regionCode, regionCodeVersion: 'NBS-2023', cityName: place };
  },
};

const codesOf = (
  document: unknown,
  more: Context = {},
  vocabulary: 'sf-route/1' | 'sf-route/2' = 'sf-route/1',
) =>
  convert(vocabulary, document, { ...context, ...more }).events.map(({ eventCode }) => eventCode);

const want = [
  'PICKED_UP',
  'DEPARTED_ORIGIN',
  'SORTED',
  'DEPARTED_HUB',
  'ARRIVED_HUB',
  'ARRIVED_DELIVERY_BRANCH',
  'OUT_FOR_DELIVERY',
  'DELIVERER_CHANGED',
  'DELIVERED_AGENT',
];

test('opcodes are read with their history and their words', () => {
  expect(codesOf(answer(routes))).toEqual(want);
});

test('every event is valid', () => {
  const { events } = convert('sf-route/1', answer(routes), context);
  expect(events.map((event) => judge('TrackingEvent', event)).filter(({ ok }) => !ok)).toEqual([]);
});

test('the order of the routes does not matter', () => {
  expect(codesOf(answer(routes.toReversed()))).toEqual(want);
});

test('an answer wrapped in a text is the same answer', () => {
  const { apiResultData } = answer(routes);
  expect(codesOf({ apiResultData: JSON.stringify(apiResultData) })).toEqual(want);
});

test('a text that is no JSON holds no trace', () => {
  expect(convert('sf-route/1', { apiResultData: '{' }).warnings).toEqual([
    { pointer: '', rule: 'NO_TRACE' },
  ]);
});

test('a link to the proof of delivery is ignored and said to be', () => {
  const { warnings } = convert('sf-route/1', answer(routes), context);
  expect(warnings).toContainEqual({
    pointer: '/apiResultData/msgData/routeResps/0/routes/9',
    rule: 'IGNORED',
  });
});

test.each([
  [
    '44 after the drift says nothing',
    [route('24 08:00:00', '大连市', '44', '正在安排')],
    {},
    'INFO',
    'sf-route/2',
  ],
  [
    '648 of no known child says nothing',
    [route('24 08:00:00', '大连市', '648', '子单')],
    {},
    'INFO',
    'sf-route/1',
  ],
  [
    '648 of a return starts it',
    [route('24 08:00:00', '大连市', '648', '子单')],
    { relationOf: (): 'RETURN' => 'RETURN' },
    'RETURN_STARTED',
    'sf-route/1',
  ],
  [
    '648 of a forward is a new address',
    [route('24 08:00:00', '大连市', '648', '子单')],
    { relationOf: (): 'FORWARD' => 'FORWARD' },
    'FORWARDED_ADDRESS',
    'sf-route/1',
  ],
  [
    '80 of a return ends it',
    [route('24 08:00:00', '大连市', '80', '已签收')],
    { relationOf: (): 'RETURN' => 'RETURN' },
    'RETURN_DELIVERED',
    'sf-route/1',
  ],
  [
    '18 of an export is a hold of customs',
    [route('24 08:00:00', '大连市', '18', '查验')],
    { direction: 'EXPORT' },
    'EXPORT_CUSTOMS_HELD',
    'sf-route/1',
  ],
  [
    '18 of no known direction is security',
    [route('24 08:00:00', '大连市', '18', '查验')],
    {},
    'SECURITY_HELD',
    'sf-route/1',
  ],
] as const)('%s', (_title, listed, more, code, vocabulary) => {
  expect(codesOf(answer(listed), more as Context, vocabulary)).toEqual([code]);
});

test('a place that nobody resolves gives no region', () => {
  const { events } = convert('sf-route/1', answer(routes));
  expect(events.filter(({ location }) => location !== undefined)).toEqual([]);
});
