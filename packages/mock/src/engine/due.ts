import { deliverTaken, takeDeliveries } from '../events/deliver.ts';
import { subscriptionOf } from '../events/outbox.ts';
import { dueTogether } from '../events/together.ts';
import { inOrder } from '../store/ordered-rows.ts';
import type { Soon } from '../store/soon.ts';
import type { Row } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { timers } from '../timers/index.ts';
import { clockOf, instantAt, instantOf, moveClock, playedTo, timeOf } from './clock.ts';
import { eventsIn } from './command-log.ts';
import type { Lanes } from './lanes.ts';
import type { System, Timer } from './system.ts';

const timerId = (timer: Pick<Timer, 'tenant' | 'kind' | 'ref'>): string =>
  `${timer.tenant}/${timer.kind}/${timer.ref}`;

/** An instant as this mock writes it. */
const IN_FORM = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$/;

/** Puts a timer; rows are listed by `createdAt`, which for a timer is the instant at which it is due. */
export const schedule: System['schedule'] = (unit, timer) => {
  // a list is in the order of texts, so all are of one form
  const dueAt = IN_FORM.test(timer.dueAt) ? timer.dueAt : instantOf(Date.parse(timer.dueAt));
  unit.put({
    collection: 'timer',
    id: timerId(timer),
    owner: timer.tenant,
    // what is due first to one receiver is found among what is due to all
    parent: timer.kind === 'deliver' ? subscriptionOf(timer.ref) : '',
    createdAt: dueAt,
    updatedAt: dueAt,
    body: timer,
  });
};

/** Takes a timer back. */
export const unschedule: System['unschedule'] = (unit, timer) =>
  unit.delete('timer', timerId(timer));

/** What is done when its time has come, and moves time. */
export type Due = {
  readonly advance: System['advance'];
  /** Does what is due for a tenant now. */
  readonly run: (tenant: string) => Promise<void>;
  /** Does for others what work of one tenant has laid out for them, on their own clocks. */
  readonly runTold: (by: string) => Promise<void>;
  /** What real time has made due for one tenant, and what a process that died has left. */
  readonly goOn: (tenant: string) => Promise<void>;
};

type Given = {
  readonly system: System;
  readonly lanes: Lanes;
  /** Organisations for whom something may be ready to leave. */
  readonly told: Set<string>;
  readonly alone: <T>(work: (unit: Unit) => Soon<T>) => Promise<T>;
  /** Adds to the log what a timer did. */
  readonly append: (
    unit: Unit,
    at: string,
    tenant: string,
    said: { readonly operation: string; readonly ref: string },
  ) => Promise<unknown>;
};

/** Milliseconds after which a lane that another process has is looked at again. */
const LOOK_AGAIN = 50;

/**
 * Timers that fire in one unit of work: so many that what each of them writes again is written once, and so few that a
 * request that comes between does not wait for long.
 */
const MOST_AT_ONCE = 32;

/** Of a timer and those of its tenant that the present step has laid out the one that is due first. */
const firstOf = (unit: Unit, tenant: string, known: Row | undefined): Row | undefined =>
  unit
    .recent('timer')
    .reduce(
      (first, row) =>
        row.owner === tenant && (first === undefined || inOrder(row, first) < 0) ? row : first,
      known,
    );

/** The timers of a system. */
export const createDue = ({ system, lanes, told, alone, append }: Given): Due => {
  const { options, happenings } = system;

  /** Does what a timer says. */
  const fire = async (unit: Unit, timer: Timer, now: string): Promise<void> => {
    unschedule(unit, timer);
    const handler = timers[timer.kind];
    if (handler === undefined) throw new Error(`there is no timer ${timer.kind}`);
    await handler(system, unit, now, timer.ref);
    if (eventsIn(unit, timer.tenant).length > 0)
      await append(unit, now, timer.tenant, {
        operation: `timer/${timer.kind}`,
        ref: timer.ref,
      });
  };

  /** The first timers of a tenant, where one is due until an instant, or now: every request asks, and mostly none is. */
  const firstTimers = async (
    unit: Unit,
    tenant: string,
    most: number,
    until?: number,
  ): Promise<readonly Row[]> => {
    const selection = { collection: 'timer', owner: tenant };
    const [first] = await unit.list({ ...selection, limit: 1 });
    if (first === undefined) return [];
    const dueAt = timeOf((first.body as Timer).dueAt);
    const now = until ?? instantAt(await clockOf(unit, tenant, options), options);
    return dueAt > now ? [] : unit.list({ ...selection, limit: most });
  };

  /**
   * Fires in one unit, one after another, the first timers of a tenant that are due until an instant, or now: none that
   * an earlier one has changed or has laid out something before, and deliveries with no other. It ends with the one that
   * fails, which leaves nothing and is told once the others are stored.
   */
  const fireIn = async (unit: Unit, tenant: string, most: number, until?: number) => {
    const fired: Timer[] = [];
    let laidOut: Row | undefined;
    for (const row of await firstTimers(unit, tenant, most, until)) {
      const isFirst = fired.length === 0;
      const isPreceded = laidOut !== undefined && inOrder(laidOut, row) < 0;
      if (!isFirst && (unit.isChanged('timer', row.id) || isPreceded)) break;
      const timer = row.body as Timer;
      const clock = await clockOf(unit, tenant, options);
      const now = instantAt(clock, options);
      const dueAt = timeOf(timer.dueAt);
      if (dueAt > (until ?? now) || (timer.kind === 'deliver' && !isFirst)) break;
      const due = Math.max(dueAt, now);
      const takeBack = unit.mark();
      if (clock.mode !== 'REAL') await moveClock(unit, tenant, due, options);
      if (timer.kind === 'deliver') {
        lanes.hold(unit, tenant);
        const isDue = (one: Timer): boolean => timeOf(one.dueAt) <= due;
        const together = await dueTogether(system, unit, tenant, row, { isDue, most });
        const refs = together.map(({ ref }) => ref);
        const taken = await takeDeliveries(system, unit, tenant, refs, instantOf(due));
        return { fired: together, taken };
      }
      try {
        await fire(unit, timer, instantOf(due));
      } catch (error) {
        if (isFirst) throw error;
        takeBack();
        return { fired, failure: { error } };
      }
      fired.push(timer);
      laidOut = firstOf(unit, tenant, laidOut);
    }
    if (fired.length === 0) await lanes.release(unit, tenant);
    return { fired };
  };

  /**
   * The first timers of a tenant that were due until an instant, or now, `most` at a time; `TAKEN` where another process
   * delivers. A delivery stays due until its outcome is stored, so that whoever goes on after a crash finds it; it leaves
   * outside of the lock, and all others run inside.
   */
  const fireSome = async (
    tenant: string,
    until?: number,
    most = MOST_AT_ONCE,
  ): Promise<readonly Timer[] | 'TAKEN'> => {
    const done = await alone(async (unit) =>
      (await lanes.isTaken(unit, tenant)) ? 'TAKEN' : fireIn(unit, tenant, most, until),
    );
    if (done === 'TAKEN') return done;
    if (done.failure !== undefined) throw done.failure.error;
    if (done.taken !== undefined) await deliverTaken(system, tenant, done.taken);
    return done.fired;
  };

  /** What another process has begun is waited for: when time has moved, everything has happened. */
  const fireInTurn = async (
    tenant: string,
    until: number,
    most: number,
  ): Promise<readonly Timer[]> => {
    let fired = await fireSome(tenant, until, most);
    while (fired === 'TAKEN') {
      await options.wait(LOOK_AGAIN);
      fired = await fireSome(tenant, until, most);
    }
    return fired;
  };

  const run = (tenant: string): Promise<void> =>
    lanes.run(tenant, async () => {
      let fired = await fireSome(tenant);
      // whoever has the lane looks once more before it gives it back
      while (fired !== 'TAKEN' && fired.length > 0) fired = await fireSome(tenant);
    });

  const runTold = async (by: string): Promise<void> => {
    for (const tenant of [...told]) {
      told.delete(tenant);
      if (tenant !== by) await run(tenant);
    }
  };

  const advance: System['advance'] = async (tenant, to, isEnough) => {
    const firedCount = await lanes.run(tenant, async () => {
      // whoever looks after each timer looks at what is stored
      const most = isEnough === undefined ? MOST_AT_ONCE : 1;
      let count = 0;
      for (
        let fired = await fireInTurn(tenant, to, most);
        fired.length > 0;
        fired = await fireInTurn(tenant, to, most)
      ) {
        count += fired.length;
        if (isEnough === undefined) continue;
        const [timer] = fired;
        if (timer !== undefined && (await isEnough(timer))) {
          await alone((unit) => lanes.release(unit, tenant));
          return count;
        }
      }
      if (isEnough === undefined)
        await system.transact(tenant, (unit) => moveClock(unit, tenant, to, options));
      return count;
    });
    await runTold(tenant);
    return firedCount;
  };

  const goOn = async (tenant: string): Promise<void> => {
    const clock = await alone((unit) => clockOf(unit, tenant, options));
    const played = playedTo(clock, options);
    if (played === undefined) return run(tenant);
    await advance(tenant, played);
    await options.alongside?.(tenant, played);
    happenings.tell({ kind: 'clock', tenant, now: instantOf(played), mode: clock.mode });
  };

  return { advance, run, runTold, goOn };
};
