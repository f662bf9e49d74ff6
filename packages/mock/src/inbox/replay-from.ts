import type { ReplayPage } from '@openwaybill/schemas';
import { bodyOf } from '../actions/action.ts';
import { callWithRetries } from '../actions/call-with-retries.ts';
import type { Counterparty } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import type { StoredEvent } from '../events/outbox.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { noteReplayed } from './sequence-gap.ts';
import { isTaken, takeEvent } from './take-event.ts';

const CURSOR = 'replay-cursor';

/** An event that would be refused as a delivery is left out, so that those after it are not lost. */
const takeOrLeave = async (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  event: StoredEvent,
): Promise<void> => {
  // most of a page may be known: no work is begun for those
  if (await isTaken(unit, event)) return;
  const branch = unit.branch();
  try {
    await takeEvent(system, branch, now, from, event);
    await branch.commit();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

/** Asks a sender for what it kept, page by page, and takes it as if it had been delivered. How many were read. */
export const replayFrom = async (
  system: System,
  tenant: string,
  to: Counterparty,
  from?: string,
): Promise<number> => {
  let cursor = from;
  let count = 0;
  for (;;) {
    const search = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await callWithRetries(system, to, {
      method: 'GET',
      path: `/v1/events${search}`,
    });
    // too old a cursor: the sender offers the oldest that it keeps
    if (answer.status === 410 && cursor !== undefined) {
      cursor = undefined;
      continue;
    }
    const { events, nextCursor, complete } = bodyOf(answer) as ReplayPage;
    await system.transact(tenant, async (unit, now) => {
      for (const event of events as readonly StoredEvent[])
        await takeOrLeave(system, unit, now, tenant, event);
      const last = events.at(-1);
      if (last !== undefined) await noteReplayed(unit, now, tenant, Number(last.sequence));
      unit.put(recordRow(CURSOR, tenant, tenant, now, { cursor: nextCursor }));
    });
    count += events.length;
    if (complete) return count;
    cursor = nextCursor;
  }
};

const asking = new WeakMap<System, Set<string>>();

/** Asks once for what is missing, however many later events show the same gap. */
export const askForMissing = (system: System, tenant: string): void => {
  const running = asking.get(system) ?? new Set<string>();
  asking.set(system, running);
  if (running.has(tenant)) return;
  running.add(tenant);
  system.background(async () => {
    try {
      const known = await system.transact(tenant, async (unit) => ({
        peer: await unit.get<Counterparty>('peer', tenant),
        place: await unit.get<{ readonly cursor: string }>(CURSOR, tenant),
      }));
      const to = known.peer ?? system.counterparty(tenant);
      if (to?.baseUrl !== undefined) await replayFrom(system, tenant, to, known.place?.cursor);
    } finally {
      running.delete(tenant);
    }
  });
};
