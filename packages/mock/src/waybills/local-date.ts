import { HOUR } from '../engine/clock.ts';

const OFFSET_HOURS = 8;

/** The day of an instant in China. */
export const localDate = (now: string): string =>
  new Date(Date.parse(now) + OFFSET_HOURS * HOUR).toISOString().slice(0, 10);
