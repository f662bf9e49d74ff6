import {
  fold,
  isTerminalAt,
  stageOf,
  type TrackingEvent,
  type TrackingEventRecorded,
} from '@openwaybill/schemas';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

const COLLECTION = 'observed-event';

/** Notes a scan that a courier told us; true where it is new. The same `eventId` with other content is refused. */
export const observeScan = async (
  unit: Unit,
  now: string,
  owner: string,
  event: TrackingEventRecorded,
): Promise<boolean> => {
  const id = `${owner}/${event.eventId}`;
  const known = await unit.get<TrackingEventRecorded>(COLLECTION, id);
  if (known !== undefined) {
    if (!isSameValue(known, event)) throw new Refusal('EVENT_ID_CONFLICT');
    return false;
  }
  unit.put(recordRow(COLLECTION, id, owner, now, event, `${owner}/${event.waybillNo}`));
  return true;
};

/** The scans of a parcel that a courier told us, in the order of their arrival. */
export const observedScans = async (
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<readonly TrackingEvent[]> =>
  (await unit.list({ collection: COLLECTION, parent: `${owner}/${waybillNo}` })).map(
    (row) => row.body as TrackingEvent,
  );

/** Forgets them. */
export const dropScans = async (unit: Unit, owner: string, waybillNo: string): Promise<void> => {
  for (const { id } of await unit.list({
    collection: COLLECTION,
    parent: `${owner}/${waybillNo}`,
  }))
    unit.delete(COLLECTION, id);
};

/** What the scans that we were told of say about a parcel: the shared fold of the standard. */
export const foldObserved = async (unit: Unit, owner: string, waybillNo: string) =>
  fold(await observedScans(unit, owner, waybillNo));

/** The stage of privacy of a parcel of ours. A waybill is bound, so it is accepted at the least. */
export const stageOfObserved = async (
  unit: Unit,
  owner: string,
  waybillNo: string,
  now: string,
) => {
  const folded = await foldObserved(unit, owner, waybillNo);
  const stage = stageOf(folded.status, folded.sinceAt, now);
  return {
    ...folded,
    stage: stage === 'ORDERED' ? ('ACCEPTED' as const) : stage,
    isTerminal: isTerminalAt(folded.status, folded.sinceAt, now),
  };
};
