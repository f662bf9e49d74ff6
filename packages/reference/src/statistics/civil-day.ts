import { epochMillis } from '@openwaybill/schemas';

/** The calendar of every indicator is that of Asia/Shanghai, which has had one offset since 1991. */
const OFFSET_MILLISECONDS = 8 * 3_600_000;
const DAY_MILLISECONDS = 86_400_000;

/** The civil day on which an instant falls. */
export const dayOf = (instant: string): string => dayOfMillis(epochMillis(instant));

/** The civil day on which a number of milliseconds since 1970 falls. */
export const dayOfMillis = (millis: number): string =>
  new Date(millis + OFFSET_MILLISECONDS).toISOString().slice(0, 10);

/** The first millisecond of a civil day. */
export const startOfDay = (day: string): number => Date.parse(day) - OFFSET_MILLISECONDS;

/** The first millisecond after a civil day. */
export const endOfDay = (day: string): number => startOfDay(day) + DAY_MILLISECONDS;
