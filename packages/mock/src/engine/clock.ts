import { secondsOf } from '@openwaybill/validate';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import type { MockOptions } from './options.ts';
import { remembering } from './remembering.ts';

/** Milliseconds of a minute, an hour and a day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Instants that are remembered: work of one moment names that moment, and a few ahead of it, again and again. */
const MOST_KNOWN = 64;

/** RFC 3339 in UTC with milliseconds. */
export const instantOf = remembering(MOST_KNOWN, (milliseconds: number) =>
  new Date(milliseconds).toISOString(),
);

/** The milliseconds since 1970 of an instant. */
export const timeOf = remembering(MOST_KNOWN, (instant: string) => Date.parse(instant));

/** Dates what has no time of its own. */
export const EPOCH = instantOf(0);

/**
 * How a tenant's virtual time goes on: it stands still, goes with real time, or is played many times as fast. A played
 * clock moves with each tick, and everything happens at its own instant.
 */
export type ClockMode = 'FROZEN' | 'REAL' | 'SCALED';

/** A tenant's virtual time as it was last set: `wallAt` is the real moment of that. */
export type Clock = {
  readonly at: number;
  readonly wallAt: number;
  readonly mode: ClockMode;
  readonly factor?: number;
};

type ClockOptions = Pick<MockOptions, 'worldStart' | 'clockMode' | 'wallClock'>;

const COLLECTION = 'clock';

const putClock = (unit: Unit, tenant: string, clock: Clock): void =>
  unit.put({
    collection: COLLECTION,
    id: tenant,
    owner: tenant,
    parent: '',
    createdAt: EPOCH,
    updatedAt: EPOCH,
    body: clock,
  });

/** The clock of a tenant; one that nobody has moved yet is at the start of the world. */
export const clockOf = (unit: Unit, tenant: string, options: ClockOptions): Soon<Clock> =>
  after(unit.get<Clock>(COLLECTION, tenant), (known) => {
    if (known !== undefined) return known;
    const first: Clock = {
      at: Date.parse(options.worldStart),
      wallAt: options.wallClock(),
      mode: options.clockMode,
    };
    // real time counts from the first look at it
    if (first.mode === 'REAL') putClock(unit, tenant, first);
    return first;
  });

/** The virtual instant of a clock, in milliseconds. */
export const instantAt = (clock: Clock, options: ClockOptions): number =>
  clock.mode === 'REAL' ? clock.at + (options.wallClock() - clock.wallAt) : clock.at;

/** The virtual time of a tenant, in milliseconds. */
export const virtualNow = async (
  unit: Unit,
  tenant: string,
  options: ClockOptions,
): Promise<number> => instantAt(await clockOf(unit, tenant, options), options);

/** Sets a tenant's clock on to an instant; it never goes back, whoever asks last. */
export const moveClock = (
  unit: Unit,
  tenant: string,
  to: number,
  options: ClockOptions,
): Soon<void> =>
  after(clockOf(unit, tenant, options), (clock) => {
    const at = Math.max(to, instantAt(clock, options));
    // real time counts for nothing while a clock stands still
    if (at === clock.at && clock.mode === 'FROZEN') return;
    putClock(unit, tenant, { ...clock, at, wallAt: options.wallClock() });
  });

/** Lets a tenant's clock go on in another way, from where it is. */
export const setClockMode = async (
  unit: Unit,
  tenant: string,
  { mode, factor }: Pick<Clock, 'mode' | 'factor'>,
  options: ClockOptions,
): Promise<void> => {
  const at = instantAt(await clockOf(unit, tenant, options), options);
  const wallAt = options.wallClock();
  putClock(unit, tenant, { at, wallAt, mode, ...(factor === undefined ? {} : { factor }) });
};

/** Where a played clock is to be by now; nothing for a clock that is not played. */
export const playedTo = (clock: Clock, options: ClockOptions): number | undefined =>
  clock.mode === 'SCALED' && clock.factor !== undefined
    ? clock.at + (options.wallClock() - clock.wallAt) * clock.factor
    : undefined;

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export const millisecondsOf = remembering(MOST_KNOWN, (duration: string): number => {
  const seconds = secondsOf(duration);
  if (Number.isNaN(seconds)) throw new Error('not a duration of days, hours, minutes and seconds');
  return seconds * 1000;
});
