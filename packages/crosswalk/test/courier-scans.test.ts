import type { Region } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { type AdaptedVocabulary, convert } from '../src/index.ts';
import { recorded } from './recordings.ts';

const at = '2026-11-24 08:00:00';
const parcel = (number: string, scans: object) => ({ [number]: '75300000000001', ...scans });

/** An answer of each courier, in its own form, with one scan of a code. */
const ANSWERS: Readonly<
  Record<
    string,
    readonly [AdaptedVocabulary, string, (code: unknown) => unknown, readonly string[]]
  >
> = {
  zto: [
    'zto-scan/1',
    'ZTO',
    (scanType) => ({
      data: [
        parcel('billCode', {
          traces: [{ scanType, scanDate: at, scanCity: '大连市', desc: '扫描' }],
        }),
      ],
    }),
    ['ZhongtongTraceV1', 'scanType', 'scanDate', 'scanCity', 'desc'],
  ],
  sto: [
    'sto-scan/1',
    'STO',
    (scanType) => ({
      data: { '75300000000001': [{ scanType, opTime: at, opOrgCityName: '大连市', memo: '扫描' }] },
    }),
    ['ShentongRoute', 'scanType', 'opTime', 'opOrgCityName', 'memo'],
  ],
  yd: [
    'yunda-action/1',
    'YUNDA',
    (action) => ({
      data: parcel('mailno', {
        steps: [{ action, time: at, city: '大连市', description: '扫描' }],
      }),
    }),
    ['YundaRouteItem', 'action', 'time', 'city', 'description'],
  ],
  jt: [
    'jt-scan/1',
    'JTSD',
    (scanType) => ({
      data: [
        parcel('billCode', {
          details: [{ scanType, scanTime: at, scanNetworkCity: '大连市', desc: '扫描' }],
        }),
      ],
    }),
    ['JituRouteItem', 'scanType', 'scanTime', 'scanNetworkCity', 'desc'],
  ],
  jd: [
    'jd-state/1',
    'JD',
    (category) => ({
      data: parcel('billCode', {
        traceDetails: [
          { category, operationTime: at, scanNetworkCity: '大连市', operationRemark: '扫描' },
        ],
      }),
    }),
    ['JingdongRouteItem', 'category', 'operationTime', 'scanNetworkCity', 'operationRemark'],
  ],
  htky: [
    'htky-scan/1',
    'BEST',
    (scanType) => ({
      traceLogs: [
        parcel('mailNo', {
          traces: {
            trace: [{ scanType, acceptTime: at, acceptAddress: '大连市', remark: '扫描' }],
          },
        }),
      ],
    }),
    ['BaishiTraceItems', 'scanType', 'acceptTime', 'acceptAddress', 'remark'],
  ],
};

const regionOf = (): Region => ({
  countryCode: 'CN',
  regionCode: '210200',
  regionCodeVersion: 'NBS-2023',
});

type Shape = { readonly class: string; readonly fields: readonly { readonly name: string }[] };
const shapes = recorded('china-courier-scans/message-shapes.json') as readonly Shape[];

describe.each(Object.entries(ANSWERS))(
  '%s',
  (courier, [vocabulary, carrierCode, answer, shape]) => {
    const scans = recorded(`china-courier-scans/scans-${courier}.json`) as readonly {
      code: unknown;
    }[];

    test('the form has the members of the recorded one', () => {
      const [name, ...members] = shape;
      const fields = shapes.find((each) => each.class === name)?.fields.map((each) => each.name);
      expect(fields).toEqual(expect.arrayContaining(members));
    });

    test.each(scans)('a scan $code becomes one valid event, at a place', ({ code }) => {
      const { events, unmapped } = convert(vocabulary, answer(code), { regionOf });
      expect(events).toHaveLength(1);
      expect(events.map((event) => judge('TrackingEvent', event)).filter(({ ok }) => !ok)).toEqual(
        [],
      );
      expect(events[0]).toMatchObject({
        carrierCode,
        waybillNo: '75300000000001',
        occurredAt: '2026-11-24T08:00:00+08:00',
        source: { rawCode: String(code) },
      });
      if (events[0]?.eventCode === 'INFO')
        expect(unmapped.length + (code === 'OTHER' ? 1 : 0)).toBe(1);
    });

    test('an answer of another form holds no trace', () => {
      expect(convert(vocabulary, { data: 'none' }).warnings).toEqual([
        { pointer: '', rule: 'NO_TRACE' },
      ]);
    });
  },
);
