import { eventCodeEntry, type TrackingEventRecorded } from '@openwaybill/schemas';
import { answerOf, requestOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { EventDraft, Stage } from './stage.ts';
import { TEST_CARRIER } from './test-carrier.ts';

/** The event that tells of an observation. */
export const OBSERVED = 'org.openwaybill.tracking.event.recorded';

const SOMEWHERE: NonNullable<TrackingEventRecorded['location']> = {
  region: {
    countryCode: 'CN',
    regionCode: '210202',
    regionCodeVersion: 'NBS-2023',
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '中山区',
  },
  facilityId: 'ZZ-DL-BR-07',
  facilityType: 'BRANCH',
  facilityName: '大连中山一部',
};

/** The runner, as the courier of a parcel, saw it: the event that it sends. */
export const observation = async (
  stage: Stage,
  waybillNo: string,
  eventCode: string,
  more: Partial<TrackingEventRecorded> = {},
): Promise<EventDraft & { readonly data: TrackingEventRecorded }> => {
  const entry = eventCodeEntry(eventCode);
  const at = new Date(await stage.now()).toISOString();
  return {
    type: OBSERVED,
    subject: waybillNo,
    data: {
      eventId: stage.invent.uuid(),
      carrierCode: TEST_CARRIER,
      waybillNo,
      eventCode,
      ...(entry?.after === undefined ? {} : { statusAfter: entry.after }),
      occurredAt: at,
      recordedAt: at,
      timeQuality: 'EXACT',
      confidence: 'HIGH',
      ...(entry?.place === true ? { location: SOMEWHERE } : {}),
      ...(entry?.reason === true ? { reason: 'OTHER' } : {}),
      ...more,
    } as TrackingEventRecorded,
  };
};

/** Whether an observation came as the event of a courier, and not by test control. */
export const isTold = (exchange: Exchange | undefined): boolean => exchange?.eventType === OBSERVED;

/** The id of an observation that the runner caused, by test control or as the courier of the parcel. */
export const observedId = (exchange: Exchange): string | undefined => {
  const { eventId } =
    (isTold(exchange) ? requestOf(exchange)?.data : answerOf(exchange)) ??
    ({} as { eventId?: string });
  return eventId;
};

/** A parcel whose events the system is told of, and which part of the runner tells. */
export type Followed = {
  readonly waybillNo: string;
  readonly by: { readonly as?: 'courier' };
};

/** A platform has ordered its parcel of the runner; a relay has one to which the runner has subscribed. */
export const followed = async (stage: Stage): Promise<Followed | undefined> => {
  if (stage.claim.role === 'hub') {
    const parcel = await stage.prepare('parcel');
    return 'blocked' in parcel ? undefined : { waybillNo: parcel.waybillNo, by: { as: 'courier' } };
  }
  const parcel = await stage.prepare('consignment');
  return 'blocked' in parcel || parcel.waybillNo === undefined
    ? undefined
    : { waybillNo: parcel.waybillNo, by: {} };
};

/**
 * What the system makes of the events that it was sent: a relay shows the parcel, others every parcel where test
 * control does, page by page.
 */
export const observe = async (stage: Stage, probe: string, waybillNo?: string): Promise<void> => {
  if (stage.claim.role === 'hub' && waybillNo !== undefined) {
    await stage.call('getParcel', { path: { carrierCode: TEST_CARRIER, waybillNo }, probe });
    return;
  }
  if (!stage.offers('PARCELS')) return;
  let cursor: string | undefined;
  do {
    const page = await stage.call('listTestParcels', {
      query: { limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      intent: 'TEST_CONTROL',
      probe,
    });
    cursor = answerOf(page)?.nextCursor;
  } while (cursor !== undefined);
};

/** The event of a delivery once more: the same id, the same number, the same content. */
export const again = (delivery: Exchange): EventDraft => {
  const { type, data, id, time, subject, sequence } = requestOf(delivery) as Required<EventDraft>;
  return { type, data, id, time, subject, sequence };
};
