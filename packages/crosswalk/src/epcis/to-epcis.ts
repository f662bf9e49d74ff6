import { gs1 } from '@openwaybill/validate';
import type { TrackingEvent } from '../tracking-event.ts';
import { CBV, type CbvMeaning } from './cbv.ts';
import { type EpcisDocument, type EpcisEvent, EXTENSION } from './epcis-event.ts';
import { glnUri, ssccUri } from './gs1-keys.ts';

/** What an export needs and tracking events do not hold. */
export type EpcisExport = {
  readonly createdAt: string;
  readonly orderNoOf?: (waybillNo: string) => string | undefined;
  readonly ssccOf?: (waybillNo: string) => string | undefined;
  /** URI of the bag or cage that a parcel went into; without it a consolidation is an observation. */
  readonly containerOf?: (event: TrackingEvent) => string | undefined;
};

const ACTIONS: Readonly<Record<string, EpcisEvent['action']>> = {
  ORDER_PLACED: 'ADD',
  CANCELLED: 'DELETE',
  DESTROYED: 'DELETE',
};

/** A code that this version of the list lacks is exported as what receivers fold it to. */
const meaningOf = (code: string): CbvMeaning =>
  (CBV as Readonly<Record<string, CbvMeaning>>)[code] ?? CBV.INFO;

const offsetOf = (instant: string): string =>
  instant.endsWith('Z') ? '+00:00' : instant.slice(-6);

const waybillUri = ({ carrierCode, waybillNo }: TrackingEvent): string =>
  `urn:openwaybill:waybill:${carrierCode}:${waybillNo}`;

const facilityUri = (facilityId: string): string =>
  facilityId.length === 13 && gs1.isValid(facilityId)
    ? glnUri(facilityId)
    : `urn:openwaybill:facility:${encodeURIComponent(facilityId)}`;

const subjectOf = (event: TrackingEvent, parties: EpcisExport) => {
  const sscc = parties.ssccOf?.(event.waybillNo);
  const parcel = sscc === undefined ? waybillUri(event) : ssccUri(sscc);
  const container = event.eventCode === 'CONSOLIDATED' ? parties.containerOf?.(event) : undefined;
  return container === undefined
    ? ({
        type: 'ObjectEvent',
        epcList: [parcel],
        action: ACTIONS[event.eventCode] ?? 'OBSERVE',
      } as const)
    : ({
        type: 'AggregationEvent',
        parentID: container,
        childEPCs: [parcel],
        action: 'ADD',
      } as const);
};

const correctionOf = (event: TrackingEvent, events: readonly TrackingEvent[]) => {
  const correction = events.find(({ correctsEventId }) => correctsEventId === event.eventId);
  if (correction === undefined) return {};
  return {
    errorDeclaration: {
      declarationTime: correction.recordedAt,
      reason: (correction.correctionReason ?? 'INCORRECT_DATA').toLowerCase(),
      correctiveEventIDs: [`urn:uuid:${correction.eventId}`],
    },
  };
};

const ofEvent = (
  event: TrackingEvent,
  events: readonly TrackingEvent[],
  parties: EpcisExport,
): EpcisEvent => {
  const { location, leg, reason } = event;
  const orderNo = parties.orderNoOf?.(event.waybillNo);
  return {
    eventID: `urn:uuid:${event.eventId}`,
    ...subjectOf(event, parties),
    eventTime: event.occurredAt,
    eventTimeZoneOffset: offsetOf(event.occurredAt),
    recordTime: event.recordedAt,
    ...meaningOf(event.eventCode),
    ...(location?.facilityId === undefined
      ? {}
      : { readPoint: { id: facilityUri(location.facilityId) } }),
    bizTransactionList: [
      ...(orderNo === undefined
        ? []
        : [{ type: 'po', bizTransaction: `urn:openwaybill:order:${orderNo}` }]),
      { type: 'bol', bizTransaction: waybillUri(event) },
    ],
    ...correctionOf(event, events),
    'openwaybill:eventCode': event.eventCode,
    'openwaybill:confidence': event.confidence,
    'openwaybill:timeQuality': event.timeQuality,
    ...(leg === undefined ? {} : { 'openwaybill:leg': leg }),
    ...(reason === undefined ? {} : { 'openwaybill:reason': reason }),
    ...(location === undefined ? {} : { 'openwaybill:location': location }),
  };
};

/** Tracking events as an EPCIS 2.0 document. Texts, actors and references to persons are not exported. */
export const toEpcis = (events: readonly TrackingEvent[], parties: EpcisExport): EpcisDocument => ({
  '@context': [
    'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    { openwaybill: EXTENSION },
  ],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: parties.createdAt,
  epcisBody: { eventList: events.map((event) => ofEvent(event, events, parties)) },
});
