import { readdirSync } from 'node:fs';
import { codesOf, EventCode, eventCodeEntry, type TrackingEvent } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CBV, convert, judgeEpcis, toEpcis } from '../src/index.ts';
import { recorded } from './recordings.ts';

const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../../seeds/real/${folder}`, import.meta.url)).map(
    (name) => `${folder}/${name}`,
  );

const createdAt = '2026-11-24T12:00:00+08:00';

test.each(namesIn('epcis/Capture/Documents'))('EPCIS takes %s', (file) =>
  expect(judgeEpcis(recorded(file))).toEqual([]),
);

test.each(namesIn('epcis/Capture/Invalid'))('EPCIS refuses %s', (file) =>
  expect(judgeEpcis(recorded(file))).not.toEqual([]),
);

test('every event code has a step and a disposition of CBV', () => {
  expect(Object.keys(CBV).toSorted()).toEqual(Object.keys(codesOf(EventCode)).toSorted());
});

const event: TrackingEvent = {
  eventId: '01935b8a-7c00-7a11-8a01-000000000007',
  carrierCode: 'ZZ',
  waybillNo: 'ZZ010000000016',
  eventCode: 'ARRIVED_DELIVERY_BRANCH',
  occurredAt: '2026-11-24T07:40:00+08:00',
  recordedAt: '2026-11-24T07:40:03+08:00',
  timeQuality: 'EXACT',
  location: {
    region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    facilityId: 'ZZ-DL-BR-07',
  },
  confidence: 'HIGH',
};

const events = fc
  .record({
    eventId: fc.uuid({ version: 7 }),
    eventCode: fc.constantFrom(
      ...(Object.keys(codesOf(EventCode)) as TrackingEvent['eventCode'][]),
    ),
    minute: fc.integer({ min: 10, max: 59 }),
    offset: fc.constantFrom('Z', '+08:00', '-05:00'),
    leg: fc.constantFrom('FORWARD' as const, 'RETURN' as const, undefined),
    facilityId: fc.constantFrom('ZZ-DL-BR-07', '2102020000003', '大连 一部'),
    placed: fc.boolean(),
  })
  .map(({ eventId, eventCode, minute, offset, leg, facilityId, placed }): TrackingEvent => {
    const { location, ...rest } = event;
    return {
      ...rest,
      eventId,
      eventCode,
      occurredAt: `2026-11-24T07:${minute}:00${offset}`,
      ...(leg === undefined ? {} : { leg }),
      ...((placed || eventCodeEntry(eventCode)?.place === true) && location !== undefined
        ? { location: { ...location, facilityId } }
        : {}),
      ...(eventCode === 'PICKUP_FAILED' || eventCode === 'DELIVERY_ATTEMPT_FAILED'
        ? { reason: 'WEATHER' as const }
        : {}),
    };
  });

test('a round trip through EPCIS is an identity', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(events, { minLength: 1, maxLength: 5, selector: ({ eventId }) => eventId }),
      (given) => {
        const document = toEpcis(given, { createdAt, orderNoOf: () => 'ORDER-1' });
        expect(judgeEpcis(document)).toEqual([]);
        expect(convert('epcis-cbv/2.0', JSON.parse(JSON.stringify(document))).events).toEqual(
          given,
        );
      },
    ),
  );
});

test('a parcel with an SSCC is named by it', () => {
  const document = toEpcis([event], { createdAt, ssccOf: () => '106141412345678908' });
  expect(document.epcisBody.eventList[0]?.epcList).toEqual([
    'https://id.gs1.org/00/106141412345678908',
  ]);
});

test('a consolidation into a bag is an aggregation', () => {
  const consolidated = { ...event, eventCode: 'CONSOLIDATED' as const };
  const document = toEpcis([consolidated], {
    createdAt,
    containerOf: () => 'urn:openwaybill:bag:1',
  });
  expect(document.epcisBody.eventList[0]).toMatchObject({
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: 'urn:openwaybill:bag:1',
  });
  expect(judgeEpcis(document)).toEqual([]);
});

test('a correction is a declaration on the corrected event', () => {
  const correction: TrackingEvent = {
    ...event,
    eventId: '01935b8a-7c00-7a11-8a01-000000000008',
    recordedAt: '2026-11-24T09:00:00+08:00',
    correctsEventId: event.eventId,
    correctionReason: 'DID_NOT_OCCUR',
  };
  const document = toEpcis([event, correction], { createdAt });
  expect(document.epcisBody.eventList[0]?.errorDeclaration).toEqual({
    declarationTime: correction.recordedAt,
    reason: 'did_not_occur',
    correctiveEventIDs: [`urn:uuid:${correction.eventId}`],
  });
  expect(convert('epcis-cbv/2.0', document).events).toEqual([event, correction]);
});

test('texts, actors and sources stay at home', () => {
  const told = { ...event, text: '到达', actor: { actorId: 'staff-1', kind: 'COURIER' as const } };
  const written = JSON.stringify(toEpcis([told], { createdAt }));
  expect(written).not.toContain('到达');
  expect(written).not.toContain('staff-1');
});

test('a foreign event is read by step and disposition, with low confidence', () => {
  const foreign = {
    type: 'ObjectEvent',
    eventTime: '2026-11-24T07:40:00+08:00',
    eventTimeZoneOffset: '+08:00',
    epcList: ['urn:epc:id:sscc:0614141.1234567890'],
    action: 'OBSERVE',
    bizStep: 'https://ref.gs1.org/cbv/BizStep-shipping',
    disposition: 'in_transit',
  };
  const [read] = convert('epcis-cbv/2.0', foreign).events;
  expect(read).toMatchObject({
    eventCode: 'OUT_FOR_DELIVERY',
    confidence: 'LOW',
    waybillNo: '106141412345678908',
  });
  expect(judge('TrackingEvent', read).ok).toBe(true);
});

test('a broken event under names of the standard is none', () => {
  const broken = toEpcis([{ ...event, occurredAt: '2026-11-24' }], { createdAt });
  expect(convert('epcis-cbv/2.0', broken)).toEqual({
    events: [],
    unmapped: [],
    warnings: [{ pointer: '/epcisBody/eventList/0', rule: 'EVENT_INVALID' }],
  });
});

test('a pair of no row is reported', () => {
  const foreign = {
    eventTime: '2026-11-24T07:40:00Z',
    epcList: ['https://id.gs1.org/00/106141412345678908'],
    bizStep: 'repairing',
    disposition: 'damaged',
  };
  expect(convert('epcis-cbv/2.0', foreign).unmapped).toMatchObject([
    { code: 'repairing', subCode: 'damaged' },
  ]);
});
