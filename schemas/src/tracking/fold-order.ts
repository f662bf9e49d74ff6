import type { Static } from '@sinclair/typebox';
import type { CorrectionReason } from '../vocabulary/correction-reason-codes.ts';
import { epochMillis } from '../vocabulary/epoch-millis.ts';
import type { Leg } from '../vocabulary/leg-codes.ts';
import { eventCodeEntry } from './event-codes.ts';

/** What the fold reads of a `TrackingEvent`. The code is any string: an unknown one is kept. */
export type FoldableEvent = {
  readonly eventId: string;
  readonly eventCode: string;
  readonly leg?: Static<typeof Leg>;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly location?: { readonly facilityId?: string };
  readonly correctsEventId?: string;
  readonly correctionReason?: Static<typeof CorrectionReason>;
};

/** Whether an event takes part in the fold, and if not, why. */
export type FoldPart = 'FOLDED' | 'DUPLICATE' | 'WITHDRAWN' | 'CORRECTION_ONLY';

/** A stored event in its place in the list. */
export type PlacedEvent<E extends FoldableEvent> = { readonly event: E; readonly part: FoldPart };

/** What the fold asks of an event alone. */
type Dates = {
  /** Milliseconds since 1970. */
  readonly occurred: number;
  readonly recorded: number;
  readonly rank: number;
  /** Two events with the same one are one scan. */
  readonly scan: string;
};
type Dated<E> = Dates & { readonly event: E };

/** An unknown code has the rank of the code that it falls back to. */
const rankOf = (code: string): number =>
  eventCodeEntry(code)?.rank ?? eventCodeEntry('INFO')?.rank ?? 0;

const byRecord = <E extends FoldableEvent>(a: Dated<E>, b: Dated<E>): number =>
  a.recorded - b.recorded ||
  (a.event.eventId < b.event.eventId ? -1 : a.event.eventId > b.event.eventId ? 1 : 0);

const byOccurrence = <E extends FoldableEvent>(a: Dated<E>, b: Dated<E>): number =>
  a.occurred - b.occurred || a.rank - b.rank || byRecord(a, b);

const scanOf = (event: FoldableEvent, occurred: number): string =>
  JSON.stringify([
    event.eventCode,
    occurred,
    event.location?.facilityId ?? null,
    event.leg ?? 'FORWARD',
  ]);

/** A parcel is folded again with each event, and its events never change. */
const known = new WeakMap<FoldableEvent, Dates>();

/** The dates of an event, as numbers; read once. */
export const datesOf = (event: FoldableEvent): Dates => {
  const found = known.get(event);
  if (found !== undefined) return found;
  const occurred = epochMillis(event.occurredAt);
  const made = {
    occurred,
    recorded: epochMillis(event.recordedAt),
    rank: rankOf(event.eventCode),
    scan: scanOf(event, occurred),
  };
  known.set(event, made);
  return made;
};

/** Step 1 of the fold: each duplicate, with the event that counts for it. Corrections neither are nor have one. */
const duplicatesOf = <E extends FoldableEvent>(
  recorded: readonly Dated<E>[],
): ReadonlyMap<string, string> => {
  const counting = new Map<string, string>();
  const duplicates = new Map<string, string>();
  for (const dated of recorded) {
    if (dated.event.correctsEventId !== undefined) continue;
    const first = counting.get(dated.scan);
    if (first === undefined) counting.set(dated.scan, dated.event.eventId);
    else duplicates.set(dated.event.eventId, first);
  }
  return duplicates;
};

/** Step 2: what corrections withdraw, from the latest to the earliest, and the corrections that do nothing else. */
const withdrawals = <E extends FoldableEvent>(
  recorded: readonly Dated<E>[],
  duplicates: ReadonlyMap<string, string>,
): ReadonlyMap<string, 'WITHDRAWN' | 'CORRECTION_ONLY'> => {
  const parts = new Map<string, 'WITHDRAWN' | 'CORRECTION_ONLY'>();
  if (recorded.every(({ event }) => event.correctsEventId === undefined)) return parts;
  const places = new Map(recorded.map(({ event }, place) => [event.eventId, place]));
  for (const [place, { event }] of [...recorded.entries()].reverse()) {
    if (event.correctsEventId === undefined || parts.has(event.eventId)) continue;
    const target = duplicates.get(event.correctsEventId) ?? event.correctsEventId;
    const targetPlace = places.get(target);
    const early = targetPlace !== undefined && targetPlace >= place;
    if (targetPlace !== undefined && !early) parts.set(target, 'WITHDRAWN');
    if (early || event.correctionReason === 'DID_NOT_OCCUR')
      parts.set(event.eventId, 'CORRECTION_ONLY');
  }
  return parts;
};

/** In UTC with milliseconds and no leap second, as most are written: the order of such texts is that of their instants. */
const isPlainInstant = (instant: string): boolean =>
  instant.length === 24 && instant.endsWith('Z') && instant[17] !== '6';

/** Whether events happened one after another and none corrects: each is a scan of its own, and in its place already. */
const isPlainCourse = (events: readonly FoldableEvent[]): boolean => {
  let last = '';
  for (const { occurredAt, correctsEventId } of events) {
    if (correctsEventId !== undefined || !isPlainInstant(occurredAt) || occurredAt <= last)
      return false;
    last = occurredAt;
  }
  return true;
};

/** Steps 1 to 3 of the fold: every stored event once, in the order of the list, with its part in the fold. */
export const placeEvents = <E extends FoldableEvent>(
  events: readonly E[],
): readonly PlacedEvent<E>[] => {
  // most parcels: nothing to sort out
  if (isPlainCourse(events)) return events.map((event) => ({ event, part: 'FOLDED' }));
  const recorded = [...new Map(events.map((event) => [event.eventId, event])).values()]
    .map((event) => ({ event, ...datesOf(event) }))
    .sort(byRecord);
  const duplicates = duplicatesOf(recorded);
  const parts = withdrawals(recorded, duplicates);
  return [...recorded].sort(byOccurrence).map(({ event }) => ({
    event,
    part: duplicates.has(event.eventId) ? 'DUPLICATE' : (parts.get(event.eventId) ?? 'FOLDED'),
  }));
};
