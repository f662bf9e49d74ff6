import { DAY, instantOf } from '../engine/clock.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** How long an event can be replayed: afterwards nobody has it. */
export const REPLAYED_FOR = 30 * DAY;

/** The timer at which the oldest events to a receiver are forgotten. */
export const EVENT_RETENTION = 'event-retention';

const SEQUENCE = 'sequence';

/** Where the events to a receiver have come to, and whether the clock is set for the oldest of them. */
type Counted = { readonly last: number; readonly isWatched?: true };

/** The next number of a receiver; the first event since all were forgotten sets the clock. */
export const nextNumber = (system: System, unit: Unit, now: string, to: string): Soon<number> =>
  after(unit.get<Counted>(SEQUENCE, to), (counted) => {
    const last = (counted?.last ?? 0) + 1;
    unit.put(recordRow(SEQUENCE, to, to, now, { last, isWatched: true }));
    if (counted?.isWatched === undefined) watch(system, unit, now, to);
    return last;
  });

const watch = (system: System, unit: Unit, sentAt: string, to: string): void =>
  system.schedule(unit, {
    tenant: to,
    kind: EVENT_RETENTION,
    ref: to,
    dueAt: instantOf(Date.parse(sentAt) + REPLAYED_FOR + 1),
  });

/** Forgets the events of a receiver that nobody can have replayed any more. */
export const eventRetention: TimerHandler = async (system, unit, now, to) => {
  for (const row of await unit.list({ collection: 'event', owner: to })) {
    if (Date.parse(now) - Date.parse(row.updatedAt) <= REPLAYED_FOR)
      return watch(system, unit, row.updatedAt, to);
    unit.delete('event', row.id);
  }
  const last = (await unit.get<Counted>(SEQUENCE, to))?.last ?? 0;
  unit.put(recordRow(SEQUENCE, to, to, now, { last }));
};
