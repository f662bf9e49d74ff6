import { deliver } from '../events/deliver.ts';
import type { Unit } from '../store/unit.ts';
import { timers } from '../timers/index.ts';
import { clockOf, instantAt, instantOf, moveClock, playedTo } from './clock.ts';
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
    parent: '',
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
  readonly alone: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
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

/** The timers of a system. */
export const createDue = ({ system, lanes, told, alone, append }: Given): Due => {
  const { options, happenings } = system;

  /**
   * The first timer of a tenant that is due until an instant, or now; `TAKEN` where another process delivers. A
   * delivery stays due until its outcome is stored, so that whoever goes on after a crash finds it; it leaves outside
   * of the lock, and all others run inside.
   */
  const fireOne = async (tenant: string, until?: number): Promise<Timer | 'TAKEN' | undefined> => {
    const fired = await alone(async (unit): Promise<Timer | 'TAKEN' | undefined> => {
      if (await lanes.isTaken(unit, tenant)) return 'TAKEN';
      const [row] = await unit.list({ collection: 'timer', owner: tenant, limit: 1 });
      const timer = row?.body as Timer | undefined;
      const clock = await clockOf(unit, tenant, options);
      const now = instantAt(clock, options);
      const dueAt = timer === undefined ? Number.POSITIVE_INFINITY : Date.parse(timer.dueAt);
      if (timer === undefined || dueAt > (until ?? now)) {
        await lanes.release(unit, tenant);
        return undefined;
      }
      const due = Math.max(dueAt, now);
      if (clock.mode !== 'REAL') await moveClock(unit, tenant, due, options);
      if (timer.kind === 'deliver') {
        lanes.hold(unit, tenant);
        return timer;
      }
      unschedule(unit, timer);
      const handler = timers[timer.kind];
      if (handler === undefined) throw new Error(`there is no timer ${timer.kind}`);
      await handler(system, unit, instantOf(due), timer.ref);
      if (eventsIn(unit, tenant).length > 0)
        await append(unit, instantOf(due), tenant, {
          operation: `timer/${timer.kind}`,
          ref: timer.ref,
        });
      return timer;
    });
    if (fired !== undefined && fired !== 'TAKEN' && fired.kind === 'deliver')
      await deliver(system, tenant, fired.ref);
    return fired;
  };

  /** What another process has begun is waited for: when time has moved, everything has happened. */
  const fireOneInTurn = async (tenant: string, until: number): Promise<Timer | undefined> => {
    let fired = await fireOne(tenant, until);
    while (fired === 'TAKEN') {
      await options.wait(LOOK_AGAIN);
      fired = await fireOne(tenant, until);
    }
    return fired;
  };

  const run = (tenant: string): Promise<void> =>
    lanes.run(tenant, async () => {
      let fired = await fireOne(tenant);
      // whoever has the lane looks once more before it gives it back
      while (fired !== undefined && fired !== 'TAKEN') fired = await fireOne(tenant);
    });

  const runTold = async (by: string): Promise<void> => {
    for (const tenant of [...told]) {
      told.delete(tenant);
      if (tenant !== by) await run(tenant);
    }
  };

  const advance: System['advance'] = async (tenant, to, isEnough) => {
    const count = await lanes.run(tenant, async () => {
      let fired = 0;
      for (
        let timer = await fireOneInTurn(tenant, to);
        timer;
        timer = await fireOneInTurn(tenant, to)
      ) {
        fired += 1;
        if (await isEnough?.(timer)) {
          await alone((unit) => lanes.release(unit, tenant));
          return fired;
        }
      }
      if (isEnough === undefined)
        await system.transact(tenant, (unit) => moveClock(unit, tenant, to, options));
      return fired;
    });
    await runTold(tenant);
    return count;
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
