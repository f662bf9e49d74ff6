import {
  type FoldableEvent,
  fold,
  isTerminalAt,
  stageOf,
  type TrackingEventRecorded,
} from '@openwaybill/schemas';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

const COLLECTION = 'observed-event';

/** Notes a scan that a courier told us. The same `eventId` with other content is refused. */
export const observeScan = async (
  unit: Unit,
  now: string,
  owner: string,
  event: TrackingEventRecorded,
): Promise<void> => {
  const id = `${owner}/${event.eventId}`;
  const known = await unit.get<TrackingEventRecorded>(COLLECTION, id);
  if (known !== undefined) {
    if (!isSameValue(known, event)) throw new Refusal('EVENT_ID_CONFLICT');
    return;
  }
  unit.put(recordRow(COLLECTION, id, owner, now, event, `${owner}/${event.waybillNo}`));
};

/** What the scans that we were told of say about a parcel: the shared fold of the standard. */
export const foldObserved = async (unit: Unit, owner: string, waybillNo: string) => {
  const rows = await unit.list({ collection: COLLECTION, parent: `${owner}/${waybillNo}` });
  return fold(rows.map((row) => row.body as FoldableEvent & TrackingEventRecorded));
};

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
