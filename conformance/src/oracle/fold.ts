import { eventCodeEntry, type ParcelStatus } from '@openwaybill/schemas';

/** What the oracle reads of a stored event. */
export type Scan = {
  readonly eventId: string;
  readonly eventCode: string;
  readonly leg?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly location?: { readonly facilityId?: string };
  readonly correctsEventId?: string;
  readonly correctionReason?: string;
};

const TOLD = ['eventId', 'eventCode', 'occurredAt', 'recordedAt'] as const;

/** The events of a list that a system showed; what is none is for the schema to find. */
export const scansIn = (items: unknown): readonly (Scan & { readonly anomaly?: unknown })[] =>
  Array.isArray(items)
    ? items.filter((item) => TOLD.every((name) => typeof item?.[name] === 'string'))
    : [];

/** What the set of the events of a parcel says of it. */
export type Folded = {
  status: ParcelStatus;
  leg: 'FORWARD' | 'RETURN';
  sinceAt?: string;
  gap: boolean;
  stale: boolean;
  overdue: boolean;
  inferredMilestones: readonly ParcelStatus[];
  anomalies: Map<string, string>;
  eventCount: number;
};

/** The legal next statuses, row by row. */
const LEGAL: Readonly<Record<string, string>> = {
  CREATED: 'AWAITING_PICKUP PICKED_UP CANCELLED',
  AWAITING_PICKUP: 'PICKED_UP CANCELLED',
  PICKED_UP: 'IN_TRANSIT AT_DESTINATION OUT_FOR_DELIVERY CUSTOMS HELD INTERCEPTED LOST DESTROYED',
  IN_TRANSIT:
    'AT_DESTINATION OUT_FOR_DELIVERY CUSTOMS HELD FORWARDED INTERCEPTED RETURNING LOST DESTROYED',
  CUSTOMS: 'IN_TRANSIT AT_DESTINATION HELD RETURNING DESTROYED',
  AT_DESTINATION:
    'OUT_FOR_DELIVERY AWAITING_COLLECTION HELD FORWARDED INTERCEPTED RETURNING IN_TRANSIT LOST',
  OUT_FOR_DELIVERY:
    'DELIVERED AWAITING_COLLECTION DELIVERY_FAILED AT_DESTINATION HELD INTERCEPTED RETURNING LOST',
  AWAITING_COLLECTION:
    'DELIVERED OUT_FOR_DELIVERY AT_DESTINATION DELIVERY_FAILED HELD RETURNING LOST',
  DELIVERY_FAILED:
    'OUT_FOR_DELIVERY AT_DESTINATION AWAITING_COLLECTION HELD FORWARDED RETURNING DELIVERED DESTROYED',
  HELD: 'IN_TRANSIT AT_DESTINATION OUT_FOR_DELIVERY CUSTOMS FORWARDED RETURNING DESTROYED',
  FORWARDED: 'IN_TRANSIT AT_DESTINATION OUT_FOR_DELIVERY RETURNING DELIVERED',
  INTERCEPTED: 'RETURNING IN_TRANSIT HELD',
  RETURNING: 'RETURNED HELD LOST DESTROYED',
  LOST: 'IN_TRANSIT AT_DESTINATION RETURNING',
};
const isLegal = (from: ParcelStatus, to: ParcelStatus): boolean =>
  from === 'UNKNOWN' || from === to || (LEGAL[from]?.split(' ').includes(to) ?? false);

const MAIN: readonly ParcelStatus[] = [
  'CREATED',
  'AWAITING_PICKUP',
  'PICKED_UP',
  'IN_TRANSIT',
  'AT_DESTINATION',
  'OUT_FOR_DELIVERY',
  'AWAITING_COLLECTION',
  'DELIVERED',
];
/** Places on the main path, then those of statuses beside it. */
const PLACE: Readonly<Record<string, number>> = {
  ...Object.fromEntries(MAIN.map((status, place) => [status, place])),
  CUSTOMS: 3,
  HELD: 3,
  FORWARDED: 3,
  DELIVERY_FAILED: 5,
};
/** These have a place only where a parcel goes to them. */
const ASIDE = ['INTERCEPTED', 'RETURNING', 'LOST', 'DESTROYED'];
/** Statuses after which only a correction changes anything. */
export const TERMINAL: readonly ParcelStatus[] = [
  'DELIVERED',
  'RETURNED',
  'DESTROYED',
  'CANCELLED',
];
/** What scans on the way back are, whatever they would be on the way there. */
const BACK: Readonly<Record<string, ParcelStatus>> = {
  DELIVERED: 'RETURNED',
  RETURNED: 'RETURNED',
  PICKED_UP: 'RETURNING',
  IN_TRANSIT: 'RETURNING',
  CUSTOMS: 'RETURNING',
  AT_DESTINATION: 'RETURNING',
  OUT_FOR_DELIVERY: 'RETURNING',
  AWAITING_COLLECTION: 'RETURNING',
  DELIVERY_FAILED: 'RETURNING',
  FORWARDED: 'RETURNING',
  INTERCEPTED: 'RETURNING',
};
const RANK_OF_INFO = 999;
const FIVE_MINUTES = 300_000;

/** Nanoseconds and offsets aside: an instant is a number of milliseconds with what is finer behind it. */
const at = (instant: string): number => {
  const finer = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return Date.parse(instant) + Number(`0.${finer.slice(3) || '0'}`);
};

const later = (a: Scan, b: Scan): number =>
  at(a.recordedAt) - at(b.recordedAt) ||
  (a.eventId < b.eventId ? -1 : Number(a.eventId > b.eventId));

const rank = (scan: Scan): number => eventCodeEntry(scan.eventCode)?.rank ?? RANK_OF_INFO;

const alike = (a: Scan, b: Scan): boolean =>
  a.eventCode === b.eventCode &&
  at(a.occurredAt) === at(b.occurredAt) &&
  a.location?.facilityId === b.location?.facilityId &&
  (a.leg ?? 'FORWARD') === (b.leg ?? 'FORWARD');

/**
 * The status of a parcel as the prose of the standard tells it, step by step; written apart from the fold of the
 * standard's own package, so that one checks the other.
 */
export const foldOf = (events: readonly Scan[]): Folded => {
  // 1. each id once; equal scans count once, the earliest recorded
  const stored: Scan[] = [];
  for (const event of events)
    if (!stored.some(({ eventId }) => eventId === event.eventId)) stored.push(event);
  stored.sort(later);
  const anomalies = new Map<string, string>();
  const standsFor = new Map<string, string>();
  const ordinary = stored.filter(({ correctsEventId }) => correctsEventId === undefined);
  for (const [index, scan] of ordinary.entries()) {
    const first = ordinary.slice(0, index).find((one) => alike(one, scan));
    if (first === undefined) continue;
    anomalies.set(scan.eventId, 'DUPLICATE');
    standsFor.set(scan.eventId, standsFor.get(first.eventId) ?? first.eventId);
  }
  // 2. from the latest to the earliest: a correction that stands withdraws what it names
  const out = new Set<string>(anomalies.keys());
  for (let index = stored.length - 1; index >= 0; index -= 1) {
    const scan = stored[index];
    if (scan?.correctsEventId === undefined || out.has(scan.eventId)) continue;
    const named = standsFor.get(scan.correctsEventId) ?? scan.correctsEventId;
    const target = stored.find(({ eventId }) => eventId === named);
    if (target !== undefined && later(target, scan) >= 0) {
      out.add(scan.eventId);
      continue;
    }
    out.add(named);
    if (scan.correctionReason === 'DID_NOT_OCCUR') out.add(scan.eventId);
  }
  // 3. sort, 4. fold
  const order = stored
    .filter(({ eventId }) => !out.has(eventId))
    .sort((a, b) => at(a.occurredAt) - at(b.occurredAt) || rank(a) - rank(b) || later(a, b));
  const folded: Folded = {
    status: 'UNKNOWN',
    leg: 'FORWARD',
    gap: false,
    stale: false,
    overdue: false,
    inferredMilestones: [],
    anomalies,
    eventCount: stored.length,
  };
  const skipped = new Set<ParcelStatus>();
  for (const scan of order) {
    const s = folded.status;
    const isOver = TERMINAL.includes(s);
    // 5. the clock is looked at last, and only where nothing else is wrong
    if (at(scan.occurredAt) - at(scan.recordedAt) > FIVE_MINUTES)
      anomalies.set(scan.eventId, 'CLOCK');
    const entry = eventCodeEntry(scan.eventCode);
    if (scan.leg === 'RETURN' && !isOver) folded.leg = 'RETURN';
    if (entry === undefined) {
      anomalies.set(scan.eventId, 'UNKNOWN_CODE');
      continue;
    }
    if (entry.after === undefined) {
      if (scan.eventCode === 'TRACE_STALE') folded.stale = true;
      if (/^(COLLECTION|DELIVERY)_OVERDUE$/.test(scan.eventCode)) folded.overdue = true;
      continue;
    }
    const isBack = folded.leg === 'RETURN';
    const t = isBack ? (BACK[entry.after] ?? entry.after) : entry.after;
    const from = PLACE[s];
    const to = ASIDE.includes(t) ? 3 : PLACE[t];
    const isForward = from !== undefined && to !== undefined && to > from;
    const isWayBack = isBack && !isOver && (t === 'RETURNING' || t === 'RETURNED');
    const mayBe = scan.eventCode !== 'FOUND' || s === 'LOST';
    if (!mayBe || !(isLegal(s, t) || isForward || isWayBack)) {
      anomalies.set(scan.eventId, isOver ? 'AFTER_TERMINAL' : 'ILLEGAL_TRANSITION');
      continue;
    }
    if (!isLegal(s, t)) {
      folded.gap = true;
      if (isForward)
        for (const [place, milestone] of MAIN.entries())
          if (place > from && place < to) skipped.add(milestone);
    }
    if (entry.after === 'RETURNING') folded.leg = 'RETURN';
    if (s !== t) {
      folded.status = t;
      folded.sinceAt = scan.occurredAt;
      folded.stale = false;
      folded.overdue = false;
    }
  }
  folded.inferredMilestones = MAIN.filter((status) => skipped.has(status));
  return folded;
};
