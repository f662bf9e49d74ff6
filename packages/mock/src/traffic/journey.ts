import { eventCodeEntry } from '@openwaybill/schemas';
import type { Way } from './drawn-parcel.ts';
import { timeOfDay } from './instant-text.ts';

/** Hours of the day in which people work. */
export type WorkingHours = { readonly from: number; readonly to: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Ranks of the way between the branch of collection and that of delivery. */
const LINE_HAUL = { from: 300, to: 600 };
/** How much longer the way takes to another city and to another province. */
const FARTHER = { city: 1, province: 1.4, country: 2.2 };
/** A fifth more or less than the table says, in thousandths. */
const JITTER = { from: 800, range: 401 };

const isLineHaul = (code: string): boolean => {
  const rank = eventCodeEntry(code)?.rank ?? 0;
  return rank >= LINE_HAUL.from && rank <= LINE_HAUL.to;
};

const distanceOf = ({ merchant, district }: Way): number => {
  const [from, to] = [merchant.district.regionCode, district.regionCode];
  return from.slice(0, 4) === to.slice(0, 4)
    ? FARTHER.city
    : from.slice(0, 2) === to.slice(0, 2)
      ? FARTHER.province
      : FARTHER.country;
};

/** A person at work: what falls into the night waits until the morning. */
const isByHand = (code: string): boolean =>
  /^(PICKED_UP|OUT_FOR_DELIVERY|DELIVERED|DELIVERY_|REFUSED|RETURN_DELIVERED|COLLECTED_|DEPOSITED_)/.test(
    code,
  );

const untilMorning = (at: number, { from, to }: WorkingHours): number => {
  const time = timeOfDay(at);
  if (time < from * HOUR) return from * HOUR - time;
  return time < to * HOUR ? 0 : DAY - time + from * HOUR;
};

/** When each step of a way is recorded, in milliseconds since 1970: the times of its table, by distance, hour and chance. */
export const journeyOf = (way: Way, begin: number, hours: WorkingHours): readonly number[] => {
  const { course, draw } = way;
  // a way by several hubs is as long as its lines
  const distance = way.hubCount > 1 ? FARTHER.city : distanceOf(way);
  let at = begin;
  return course.scans.map(({ code }, step) => {
    const gap = course.gaps[step] ?? 0;
    const jitter = (JITTER.from + draw.below(JITTER.range)) / 1000;
    at += Math.round((gap * jitter * (isLineHaul(code) ? distance : 1)) / 1000) * 1000;
    if (isByHand(code)) {
      const wait = untilMorning(at, hours);
      // not everybody at the stroke of the hour
      if (wait > 0) at += wait + draw.below(90) * 60_000;
    }
    return at;
  });
};
