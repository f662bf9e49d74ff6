import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { convert } from '../src/index.ts';

/** An answer to a poll, in the form of Kuaidi100, of an invented parcel; newest first. */
const answer = {
  message: 'ok',
  nu: '75300000000001',
  com: 'zhongtong',
  state: '3',
  data: [
    {
      ftime: '2026-11-24 18:20:00',
      context: '已签收,签收人:张示例',
      status: '签收',
      areaCode: 'CN210202000000',
    },
    {
      ftime: '2026-11-24 08:05:00',
      context: '【大连中山一部】的王测试(13800138000)正在派件',
      statusCode: '5',
      areaCode: 'CN210202001000',
    },
    {
      ftime: '2026-11-24 03:00:00',
      context: '已离开 沈阳转运中心',
      statusCode: '0',
      areaCode: 'CN210100000000',
    },
    {
      ftime: '2026-11-23 22:00:00',
      context: '到达 沈阳转运中心',
      statusCode: '0',
      areaCode: 'CN210100000000',
    },
    { ftime: '2026-11-23 12:00:00', context: '已揽收', statusCode: '103' },
    { ftime: '2026-11-23 11:00:00', context: '审核中', statusCode: '9999' },
    { ftime: '2026-11-23 10:00:00', context: '无状态' },
  ],
};

const { events, unmapped, warnings } = convert('kuaidi100/2', answer);

test('every event is valid', () => {
  expect(events).toHaveLength(answer.data.length);
  expect(events.map((event) => judge('TrackingEvent', event)).filter(({ ok }) => !ok)).toEqual([]);
});

test('the state of the answer is that of its newest scan only', () => {
  expect(events.map(({ eventCode }) => eventCode)).toEqual([
    'DELIVERED',
    'OUT_FOR_DELIVERY',
    'DEPARTED_HUB',
    'ARRIVED_HUB',
    'INFO',
    'INFO',
    'INFO',
  ]);
});

test('a pickup at no place is kept as information, with its code', () => {
  expect(warnings).toContainEqual({
    pointer: '/data/4',
    rule: 'PLACE_MISSING',
    params: { eventCode: 'PICKED_UP' },
  });
  expect(events[4]).toMatchObject({ confidence: 'LOW', source: { rawCode: '103' } });
});

test('an unknown code and a missing one are reported', () => {
  expect(unmapped.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/data/5', '9999'],
    ['/data/6', 'UNSTATED'],
  ]);
});

test('the courier and the offset are those of the standard', () => {
  for (const event of events)
    expect(event).toMatchObject({ carrierCode: 'ZTO', timeQuality: 'OFFSET_ASSUMED' });
  expect(events[0]?.occurredAt).toBe('2026-11-24T18:20:00+08:00');
});

test('an area code is split into levels, and its zero tail is dropped', () => {
  expect(events.slice(0, 2).map(({ location }) => location?.region)).toEqual([
    { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    {
      countryCode: 'CN',
      regionCode: '210202',
      regionCodeVersion: 'NBS-2023',
      townCode: '210202001',
    },
  ]);
});

test('a text for reads is scrubbed', () => {
  const { events: read } = convert('kuaidi100/2', answer, { withText: true });
  expect(read.slice(0, 2).map(({ text }) => text)).toEqual([
    '已签收,签收人:[人员]',
    '【大连中山一部】的[人员]([电话])正在派件',
  ]);
});

test('a scrubbed text with a date stays out of the event', () => {
  const dated = {
    ...answer,
    data: [{ ftime: '2026-11-24 18:20:00', context: '预计 2026-11-25 送达' }],
  };
  const { events: read, warnings: told } = convert('kuaidi100/2', dated, { withText: true });
  expect(read[0]).not.toHaveProperty('text');
  expect(told).toContainEqual({ pointer: '/data/0', rule: 'TEXT_DROPPED' });
});

test('a push holds the same answer', () => {
  expect(convert('kuaidi100/2', { status: 'polling', lastResult: answer }).events).toEqual(events);
});

test('a return is on the return leg', () => {
  const back = { ...answer, state: '4', data: [{ ftime: '2026-11-25 10:00:00', context: '退签' }] };
  expect(convert('kuaidi100/2', back).events).toMatchObject([
    { eventCode: 'RETURN_DELIVERED', leg: 'RETURN' },
  ]);
});

test('a wrong branch in the text is a missort', () => {
  const lost = {
    ...answer,
    state: '2',
    data: [{ ftime: '2026-11-25 10:00:00', context: '快件错分至其他网点' }],
  };
  expect(convert('kuaidi100/2', lost).events).toMatchObject([{ eventCode: 'MISSORTED' }]);
});
