import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AdaptedVocabulary, adapters, convert } from '../src/index.ts';

const word = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constantFrom(
    'in_transit',
    'delivered',
    '80',
    '3',
    'Delivered',
    'ARRIVAL',
    'US',
    'CN',
    'CHN',
    'CA',
    '2026-11-24 10:00:00',
    '2026-11-24T10:00:00Z',
    '9999-12-31T23:59:59+14:00',
    'EZ1000000001',
    'CN210202000000',
    '王测试已签收',
    null,
    7,
    true,
  ),
);

const members = (...names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, word])), { requiredKeys: [] });

const place = members('country', 'state', 'city');
const scan = fc
  .tuple(
    members(
      'status',
      'status_detail',
      'datetime',
      'message',
      'statusCode',
      'ftime',
      'context',
      'areaCode',
      'areaName',
      'location',
    ),
    members(
      'opCode',
      'secondaryStatusCode',
      'secondaryStatusName',
      'acceptTime',
      'acceptAddress',
      'remark',
      'tag',
      'subtag',
      'checkpoint_time',
      'created_at',
      'country_iso3',
      'state',
      'city',
    ),
    members(
      'scanType',
      'scanDate',
      'scanCity',
      'desc',
      'action',
      'time',
      'eventTime',
      'recordTime',
      'bizStep',
      'disposition',
      'openwaybill:eventCode',
      'when',
      'where',
      'trackingNum',
    ),
    place,
  )
  .map(([first, second, third, tracking_location]) => ({
    ...first,
    ...second,
    ...third,
    tracking_location,
    epcList: ['https://id.gs1.org/00/106141412345678908'],
  }));

const documents = fc.tuple(fc.array(scan, { maxLength: 3 }), word).map(([scans, number]) => {
  const parcel = {
    billCode: number,
    mailno: number,
    mailNo: number,
    traces: scans,
    steps: scans,
    routes: scans,
  };
  return {
    object: 'Tracker',
    tracking_code: number,
    tracking_details: scans,
    tracking_number: number,
    checkpoints: scans,
    nu: number,
    data: { ...parcel, checkpoints: scans, tracking_number: number },
    events: scans,
    routeResps: [parcel],
    epcisBody: { eventList: scans },
  };
});

test.each(Object.keys(adapters) as AdaptedVocabulary[])(
  '%s gives valid events whatever a document holds',
  (vocabulary) => {
    fc.assert(
      fc.property(documents, fc.boolean(), (document, withText) => {
        for (const event of convert(vocabulary, document, { withText, countryCode: 'US' }).events) {
          const verdict = judge('TrackingEvent', event);
          expect(verdict.ok ? [] : verdict.issues).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  },
);
