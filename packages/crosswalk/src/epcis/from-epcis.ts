import { judge } from '@openwaybill/validate';
import type { Carrier } from '../carriers.ts';
import { type Adapter, type Context, type Conversion, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, memberOf, textOf } from '../read.ts';
import { epcisCbv } from '../tables/epcis-cbv.ts';
import { shortName } from './cbv.ts';
import { glnOf, ssccOf } from './gs1-keys.ts';

const WAYBILL = /^urn:openwaybill:waybill:([A-Z0-9_]+):([A-Z0-9-]{8,34})$/;

const urisOf = (event: unknown): readonly string[] =>
  [
    memberOf(event, 'parentID'),
    ...(listOf(event, 'epcList') ?? []),
    ...(listOf(event, 'childEPCs') ?? []),
    ...(listOf(event, 'bizTransactionList') ?? []).map((each) => memberOf(each, 'bizTransaction')),
  ].filter((uri) => typeof uri === 'string');

/** An event that this package wrote: its own members say all of it. */
const ofOwn = (
  event: unknown,
  eventCode: string,
  corrected: ReadonlyMap<string, string | undefined>,
  pointer: string,
): Conversion => {
  const waybill = urisOf(event)
    .map((uri) => WAYBILL.exec(uri))
    .find((match) => match !== null);
  const eventID = textOf(event, 'eventID') ?? '';
  if (waybill === undefined) return nothing(pointer, 'NO_PARCEL');
  const members = [
    ['leg', textOf(event, 'openwaybill:leg')],
    ['reason', textOf(event, 'openwaybill:reason')],
    ['location', memberOf(event, 'openwaybill:location')],
    ['correctsEventId', corrected.get(eventID)],
    ['correctionReason', corrected.get(`${eventID} reason`)],
  ].filter(([, value]) => value !== undefined);
  const read = {
    eventId: eventID.replace('urn:uuid:', ''),
    carrierCode: waybill[1],
    waybillNo: waybill[2],
    eventCode,
    occurredAt: textOf(event, 'eventTime'),
    recordedAt: textOf(event, 'recordTime'),
    timeQuality: textOf(event, 'openwaybill:timeQuality'),
    confidence: textOf(event, 'openwaybill:confidence'),
    ...Object.fromEntries(members),
  };
  // A foreign document may hold anything under our names.
  const verdict = judge('TrackingEvent', read);
  return verdict.ok
    ? { events: [verdict.value], unmapped: [], warnings: [] }
    : nothing(pointer, 'EVENT_INVALID');
};

/** EPCIS names no courier. */
const UNSTATED: Carrier = { code: 'OTHER', key: 'OTHER' };

/** An event of somebody else: one observation of each logistic unit in it. */
const ofForeign = (event: unknown, pointer: string, context: Context): Conversion => {
  const parcels = urisOf(event)
    .map(ssccOf)
    .filter((sscc) => sscc !== undefined);
  if (parcels.length === 0) return nothing(pointer, 'NO_PARCEL');
  const bizStep = textOf(event, 'bizStep');
  const disposition = textOf(event, 'disposition');
  const readPoint = textOf(memberOf(event, 'readPoint'), 'id');
  return joined(
    parcels.map((waybillNo) => {
      const scan = {
        pointer,
        carrier: UNSTATED,
        waybillNo,
        code: bizStep === undefined ? undefined : shortName(bizStep),
        subCode: disposition === undefined ? undefined : shortName(disposition),
        time: textOf(event, 'eventTime'),
        recorded: textOf(event, 'recordTime'),
        facilityId: readPoint === undefined ? undefined : glnOf(readPoint),
        place: { words: readPoint },
      };
      return observe(epcisCbv, scan, context);
    }),
  );
};

const LISTS = [
  ['/epcisBody/eventList', ['epcisBody', 'eventList']],
  [
    '/epcisBody/queryResults/resultsBody/eventList',
    ['epcisBody', 'queryResults', 'resultsBody', 'eventList'],
  ],
] as const;

const eventsOf = (document: unknown): readonly (readonly [string, unknown])[] => {
  for (const [pointer, path] of LISTS) {
    const list = path.reduce((value: unknown, name) => memberOf(value, name), document);
    if (Array.isArray(list)) return list.map((event, place) => [`${pointer}/${place}`, event]);
  }
  return textOf(document, 'eventTime') === undefined ? [] : [['', document]];
};

/** Which event corrects which, by the declarations of the corrected ones. */
const correctionsIn = (events: readonly (readonly [string, unknown])[]) =>
  new Map(
    events.flatMap(([, event]) => {
      const declaration = memberOf(event, 'errorDeclaration');
      const target = (textOf(event, 'eventID') ?? '').replace('urn:uuid:', '');
      return (listOf(declaration, 'correctiveEventIDs') ?? []).flatMap((id) => [
        [String(id), target] as const,
        [`${String(id)} reason`, textOf(declaration, 'reason')?.toUpperCase()] as const,
      ]);
    }),
  );

/** EPCIS 2.0: a capture document, the answer to a query, or one event. */
export const fromEpcis: Adapter = (document, context = {}) => {
  const events = eventsOf(document);
  if (events.length === 0) return nothing('', 'NO_TRACE');
  const corrections = correctionsIn(events);
  return joined(
    events.map(([pointer, event]) => {
      const eventCode = textOf(event, 'openwaybill:eventCode');
      return eventCode === undefined
        ? ofForeign(event, pointer, context)
        : ofOwn(event, eventCode, corrections, pointer);
    }),
  );
};
