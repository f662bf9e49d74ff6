import {
  eventCodeEntry,
  FOLD_START,
  foldStep,
  isTerminalAt,
  placeEvents,
  stageOf,
  type TrackingEvent,
} from '@openwaybill/schemas';
import type { System, Timer } from '../engine/system.ts';
import type { StoredDelivery, StoredEvent } from '../events/outbox.ts';
import { type BoundWaybill, boundWaybills } from '../observed/bind-waybill.ts';
import { observedScans } from '../observed/observed-parcel.ts';
import { findOrder } from '../orders/stored-order.ts';
import { foldParcel } from '../parcels/fold-parcel.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { scenarioOf } from '../waybills/waybill-number.ts';
import type { Recorder } from './recorder.ts';
import { requestsOf } from './requests.ts';
import type { DueRow, EventRow, FoldRow, ParcelRow, Timeline } from './wire.ts';

/** A parcel as far as this party knows it: its own, or what a courier told of it. */
type Known = Pick<StoredParcel, 'waybillNo' | 'orderNo' | 'packageId' | 'boundAt' | 'events'> & {
  readonly carrierCode: string;
};

const ofBound = async (unit: Unit, tenant: string, bound: BoundWaybill): Promise<Known> => {
  const events = await observedScans(unit, tenant, bound.waybillNo);
  return { ...bound, boundAt: events[0]?.recordedAt ?? '', events };
};

const knownParcels = async (unit: Unit, tenant: string): Promise<readonly Known[]> => {
  const own = (await unit.list({ collection: 'parcel', owner: tenant })).map(
    (row) => row.body as StoredParcel,
  );
  const bound = await boundWaybills(unit, tenant);
  return [...own, ...(await Promise.all(bound.map((one) => ofBound(unit, tenant, one))))];
};

const rowOf = (parcel: Known): ParcelRow => {
  const { folded, status } = foldParcel(parcel);
  return {
    waybillNo: parcel.waybillNo,
    carrierCode: parcel.carrierCode,
    orderNo: parcel.orderNo,
    status,
    leg: folded.leg,
    eventCount: folded.eventCount,
    anomalyCount: folded.anomalyCount,
    boundAt: parcel.boundAt,
  };
};

/** Every parcel that a tenant has here. */
export const parcelsOf = async (unit: Unit, tenant: string): Promise<readonly ParcelRow[]> =>
  (await knownParcels(unit, tenant)).map(rowOf);

const placeOf = ({ location }: TrackingEvent): string | undefined => {
  const city = location?.region.cityName;
  const facility = location?.facilityName ?? location?.facilityId;
  return [city, facility].filter((one) => one !== undefined).join(' · ') || undefined;
};

/** The fold, one step a line: what each event finds, what it leaves, or why it takes no part. */
const foldRows = (events: readonly TrackingEvent[]): readonly FoldRow[] => {
  let state = FOLD_START;
  return placeEvents(events).map(({ event, part }): FoldRow => {
    const before = state.status;
    const step = part === 'FOLDED' ? foldStep(state, event) : { state };
    state = step.state;
    const entry = eventCodeEntry(event.eventCode);
    const anomaly = 'anomalyReason' in step ? step.anomalyReason : undefined;
    const place = placeOf(event);
    return {
      eventId: event.eventId,
      eventCode: event.eventCode,
      title: entry ?? { en: 'A code of no published list', zh: '未发布的代码' },
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      ...(event.timeQuality === undefined ? {} : { timeQuality: event.timeQuality }),
      ...(place === undefined ? {} : { place }),
      arrival: events.findIndex(({ eventId }) => eventId === event.eventId) + 1,
      rank: entry?.rank ?? 0,
      part,
      before,
      after: state.status,
      leg: state.leg,
      flags: (['gap', 'stale', 'overdue'] as const).filter((flag) => state[flag]),
      ...(anomaly === undefined ? {} : { anomaly }),
      event,
    };
  });
};

/** What is due for a tenant, the next first. */
export const dueOf = async (
  unit: Unit,
  tenant: string,
  limit: number,
): Promise<readonly DueRow[]> => {
  const rows: DueRow[] = [];
  for (const { body } of await unit.list({ collection: 'timer', owner: tenant, limit })) {
    const { dueAt, kind, ref } = body as Timer;
    const delivery =
      kind === 'deliver' ? await unit.get<StoredDelivery>('delivery', ref) : undefined;
    rows.push({
      at: dueAt,
      kind,
      ref,
      ...(delivery === undefined
        ? {}
        : {
            event: {
              type: delivery.event.type,
              subject: delivery.event.subject,
              attempt: delivery.attemptCount + 1,
            },
          }),
    });
  }
  return rows;
};

const eventRowOf = ({ id, sequence, time, type, subject }: StoredEvent): EventRow => ({
  id,
  sequence,
  at: time,
  type,
  subject,
});

/** Everything about one parcel on virtual time; nothing where the tenant has no such parcel. */
export const timelineOf = async (
  system: System,
  recorder: Recorder | undefined,
  unit: Unit,
  now: string,
  tenant: string,
  waybillNo: string,
): Promise<Timeline | undefined> => {
  const parcel = (await knownParcels(unit, tenant)).find((one) => one.waybillNo === waybillNo);
  if (parcel === undefined) return undefined;
  const { status, sinceAt } = foldParcel(parcel);
  const order = await findOrder(unit, tenant, parcel.orderNo);
  const scenario = scenarioOf(waybillNo);
  const due = (await unit.list({ collection: 'timer', owner: tenant })).map(
    (row) => row.body as Timer,
  );
  const events = (await unit.list({ collection: 'event', owner: tenant })).map(
    (row) => row.body as StoredEvent,
  );
  return {
    ...rowOf(parcel),
    packageId: parcel.packageId,
    ...(order === undefined ? {} : { orderStatus: order.order.status }),
    now,
    stage: stageOf(status, sinceAt, now),
    ...(scenario === undefined || system.options.movement !== 'SCENARIO' ? {} : { scenario }),
    sinceAt,
    terminal: isTerminalAt(status, sinceAt, now),
    scans: foldRows(parcel.events),
    due: due
      .filter(({ ref, kind }) => ref.includes(waybillNo) && kind !== 'deliver')
      .map(({ dueAt, kind, ref }) => ({ at: dueAt, kind, ref })),
    events: events
      .filter(({ data, subject }) => data.waybillNo === waybillNo || subject === waybillNo)
      .map(eventRowOf),
    requests:
      recorder === undefined
        ? []
        : requestsOf(recorder, tenant, 0).filter((one) => one.waybillNo === waybillNo),
  };
};
