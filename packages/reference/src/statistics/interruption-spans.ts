import { epochMillis } from '@openwaybill/schemas';
import { dayOfMillis, endOfDay, startOfDay } from './civil-day.ts';
import type { EventLog } from './event-log.ts';
import { newestOf } from './parcel-facts.ts';

/** A stretch of one civil day, in milliseconds. */
export type DaySpan = { readonly day: string; readonly milliseconds: number };

type Span = readonly [from: number, to: number];

/** From each ACTIVE to the next other state; what is still going on, to the end of the log. */
const activeSpans = (
  states: Iterable<{ readonly status: string; readonly at: string }>,
  latest: number,
): readonly Span[] => {
  const inTime = [...states].toSorted(
    (a, b) =>
      epochMillis(a.at) - epochMillis(b.at) ||
      (a.status < b.status ? -1 : Number(a.status > b.status)),
  );
  const spans: Span[] = [];
  let since: number | undefined;
  for (const { status, at } of inTime) {
    if (status === 'ACTIVE') since ??= epochMillis(at);
    else if (since !== undefined) {
      spans.push([since, epochMillis(at)]);
      since = undefined;
    }
  }
  if (since !== undefined && latest > since) spans.push([since, latest]);
  return spans;
};

const inDays = ([from, to]: Span): readonly DaySpan[] => {
  const days: DaySpan[] = [];
  for (let at = from; at < to; ) {
    const day = dayOfMillis(at);
    const end = Math.min(to, endOfDay(day));
    days.push({ day, milliseconds: end - Math.max(at, startOfDay(day)) });
    at = end;
  }
  return days;
};

/** How long notices were ACTIVE, day by day and notice by notice. The account of the end, once given, decides. */
export const interruptionSpans = (log: EventLog): readonly DaySpan[] => {
  const accounts = new Map(newestOf(log.interruptions));
  const ids = new Set([...log.notices.keys(), ...accounts.keys()]);
  return [...ids].flatMap((noticeId) => {
    const account = accounts.get(noticeId);
    const spans: readonly Span[] =
      account === undefined
        ? activeSpans(log.notices.get(noticeId)?.values() ?? [], log.latest)
        : [[epochMillis(account.fromAt), epochMillis(account.toAt)]];
    return spans.flatMap(inDays);
  });
};
