import type { Bag } from './form.ts';

const CODES: Readonly<Record<string, string>> = {
  CREATED: 'ORDER_PLACED=100',
  AWAITING_PICKUP: 'PICKUP_ASSIGNED=110 PICKUP_FAILED=120 DROPPED_OFF=130',
  PICKED_UP: 'PICKED_UP=200 PICKED_UP_AGENT=210',
  IN_TRANSIT:
    'CONSOLIDATED=300 DEPARTED_ORIGIN=310 ARRIVED_HUB=320 SORTED=330 MISSORTED=335 DEPARTED_HUB=340 LINEHAUL_AIR_DEP=350 LINEHAUL_AIR_ARR=351 LINEHAUL_RAIL_DEP=352 LINEHAUL_RAIL_ARR=353 LINEHAUL_SEA_DEP=354 LINEHAUL_SEA_ARR=355 EXPORT_OE_ARRIVED=400 EXPORT_OE_DEPARTED=430 TRANSIT_OE_ARRIVED=440 TRANSIT_OE_DEPARTED=450 IMPORT_OE_ARRIVED=460 IMPORT_OE_DEPARTED=490 FOUND=795',
  CUSTOMS:
    'EXPORT_CUSTOMS_PRESENTED=410 EXPORT_CUSTOMS_RELEASED=420 IMPORT_CUSTOMS_PRESENTED=470 IMPORT_CUSTOMS_RELEASED=480',
  HELD: 'EXPORT_OE_HELD=405 EXPORT_CUSTOMS_HELD=415 IMPORT_OE_HELD=465 IMPORT_CUSTOMS_HELD=475 SECURITY_HELD=500 QUARANTINE_HELD=505 HELD_AT_BRANCH=620 DAMAGED=780',
  AT_DESTINATION: 'ARRIVED_DEST_CITY=600 ARRIVED_DELIVERY_BRANCH=610',
  FORWARDED: 'FORWARDED_ADDRESS=630 FORWARDED_CARRIER=635',
  INTERCEPTED: 'INTERCEPT_ACCEPTED=640',
  OUT_FOR_DELIVERY: 'OUT_FOR_DELIVERY=700 DELIVERER_CHANGED=705 REMOVED_BY_COURIER=740',
  AWAITING_COLLECTION: 'DEPOSITED_LOCKER=720 DEPOSITED_STATION=725 COLLECTION_NOTIFIED=730',
  DELIVERY_FAILED: 'DELIVERY_ATTEMPT_FAILED=750 UNREACHABLE=755 OUT_OF_AREA=760 REFUSED=765',
  LOST: 'LOST=790',
  RETURNING: 'EXPORT_CANCELLED=425 IMPORT_TERMINATED=485 RETURN_STARTED=800',
  DELIVERED:
    'DELIVERED=900 DELIVERED_AGENT=905 COLLECTED_BY_CONSIGNEE=910 DELIVERED_AFTER_EXCEPTION=915',
  RETURNED: 'RETURN_DELIVERED=920',
  DESTROYED: 'DESTROYED=930',
  CANCELLED: 'CANCELLED=940',
};
const AFTER = new Map<string, string>();
const RANK = new Map<string, number>();
for (const [status, codes] of Object.entries(CODES))
  for (const one of codes.split(' ')) {
    const [code = '', rank] = one.split('=');
    AFTER.set(code, status);
    RANK.set(code, Number(rank));
  }
const ENDS = ['DELIVERED', 'RETURNED', 'DESTROYED', 'CANCELLED'];
const STAGES: Readonly<Record<string, string>> = {
  UNKNOWN: 'ORDERED',
  CREATED: 'ACCEPTED',
  AWAITING_PICKUP: 'ACCEPTED',
  OUT_FOR_DELIVERY: 'OUT_FOR_DELIVERY',
  AWAITING_COLLECTION: 'AT_POINT',
  HELD: 'EXCEPTION',
  DELIVERY_FAILED: 'EXCEPTION',
  INTERCEPTED: 'EXCEPTION',
  LOST: 'EXCEPTION',
  RETURNING: 'RETURNING',
  DELIVERED: 'DELIVERED',
  DESTROYED: 'CLOSED',
  RETURNED: 'CLOSED',
  CANCELLED: 'CLOSED',
};
const DAY = 86400_000;

const keyOf = (event: Bag): readonly (string | number)[] => [
  Date.parse(String(event.occurredAt)),
  RANK.get(String(event.eventCode)) ?? 999,
  Date.parse(String(event.recordedAt)),
  String(event.eventId),
];
const before = (a: Bag, b: Bag): number => {
  const [left, right] = [keyOf(a), keyOf(b)];
  const at = left.findIndex((one, index) => one !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
};

/** What a set of observations makes of a parcel, in whatever order they came. */
export const folded = (
  events: readonly Bag[],
): { readonly status: string; readonly sinceAt: string; readonly actorId: string | undefined } => {
  const corrected = new Set(events.map(({ correctsEventId }) => correctsEventId));
  let status = 'CREATED';
  let sinceAt = '';
  let actorId: string | undefined;
  for (const event of events.filter(({ eventId }) => !corrected.has(eventId)).sort(before)) {
    const { eventCode, occurredAt, correctionReason } = event;
    const next = AFTER.get(String(eventCode));
    if (next === undefined || correctionReason === 'DID_NOT_OCCUR' || ENDS.includes(status))
      continue;
    if (eventCode === 'FOUND' && status !== 'LOST') continue;
    if (next === 'OUT_FOR_DELIVERY')
      actorId = (event.actor as Bag | undefined)?.actorId as string | undefined;
    // on the way back, forward scans say nothing new, and a delivery is the sender's
    if (status === 'RETURNING') {
      if (next === 'DELIVERED') [status, sinceAt] = ['RETURNED', String(occurredAt)];
      else if (['RETURNED', 'DESTROYED', 'LOST'].includes(next))
        [status, sinceAt] = [next, String(occurredAt)];
      continue;
    }
    if (next !== status) [status, sinceAt] = [next, String(occurredAt)];
  }
  return { status, sinceAt, actorId };
};

/** The stage, for the purposes of privacy, of a parcel in a status since an instant. */
export const stageOf = (status: string, sinceAt: string, now: number): string => {
  const days = status === 'DELIVERED' ? 7 : status === 'LOST' ? 30 : undefined;
  return days !== undefined && now - Date.parse(sinceAt) >= days * DAY
    ? 'CLOSED'
    : (STAGES[status] ?? 'IN_TRANSIT');
};
/** Whether nothing follows a status but a correction. */
export const isOver = (status: string): boolean => ENDS.includes(status);
