import { DAY } from '../engine/clock.ts';

/** The first instant of a civil day in Asia/Shanghai, as UTC. */
export const startOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`)).toISOString();

/** The first instant after a civil day in Asia/Shanghai, as UTC. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(startOfDay(day)) + DAY).toISOString();
