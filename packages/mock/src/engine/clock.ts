import { secondsOf } from '@openwaybill/validate';
import type { Unit } from '../store/unit.ts';
import type { MockOptions } from './options.ts';

/** Milliseconds of a minute, an hour and a day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** RFC 3339 in UTC with milliseconds. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

type ClockRow = { readonly at: number; readonly wallAt: number };

/**
 * The virtual time of a tenant, in milliseconds. It stands still in mode FROZEN and goes on with real time in mode
 * REAL, from where the tenant's last advance left it.
 */
export const virtualNow = async (
  unit: Unit,
  tenant: string,
  options: Pick<MockOptions, 'worldStart' | 'clockMode' | 'wallClock'>,
): Promise<number> => {
  const row = await unit.get<ClockRow>('clock', tenant);
  const at = row?.at ?? Date.parse(options.worldStart);
  if (options.clockMode === 'FROZEN') return at;
  const wall = options.wallClock();
  if (row === undefined) setVirtualNow(unit, tenant, at, wall);
  return at + (wall - (row?.wallAt ?? wall));
};

export const setVirtualNow = (unit: Unit, tenant: string, at: number, wallAt: number): void => {
  const body: ClockRow = { at, wallAt };
  unit.put({
    collection: 'clock',
    id: tenant,
    owner: tenant,
    parent: '',
    createdAt: instantOf(0),
    updatedAt: instantOf(0),
    body,
  });
};

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export const millisecondsOf = (duration: string): number => {
  const seconds = secondsOf(duration);
  if (Number.isNaN(seconds)) throw new Error('not a duration of days, hours, minutes and seconds');
  return seconds * 1000;
};
