import type { System, TimerHandler } from '../engine/system.ts';
import { forget } from '../erasures/forget.ts';
import { againAt, holdOver } from '../erasures/legal-hold.ts';
import { keptUntil } from '../erasures/retention.ts';
import type { Unit } from '../store/unit.ts';
import type { Collection } from './collection.ts';
import { keyOf } from './key-of.ts';

/** The timer at which a resource of a parcel is no longer kept. */
export const RESOURCE_RETENTION = 'resource-retention';

const isOver = ({ lifecycle }: Collection, status: unknown): boolean =>
  lifecycle?.states[String(status)]?.terminal === true;

/** Sets the clock for the day on which a resource that tells of somebody's parcel, and has come to its end, is forgotten. */
export const watchResource = (
  system: System,
  unit: Unit,
  now: string,
  collection: Collection,
  owner: string,
  { id, status }: { readonly id: string; readonly status: unknown },
): void => {
  if (!collection.isOfParcel || !isOver(collection, status)) return;
  system.schedule(unit, {
    tenant: owner,
    kind: RESOURCE_RETENTION,
    ref: JSON.stringify([collection.name, owner, id]),
    dueAt: keptUntil(now, 'claim'),
  });
};

/** Forgets a resource whose time is over, with everything that was kept beside it; its name stays taken. */
export const resourceRetention: TimerHandler = async (system, unit, now, ref) => {
  const [name, owner, id] = JSON.parse(ref) as [string, string, string];
  const collection = system.collections.get(name);
  const row = collection && (await unit.row(name, keyOf(collection, owner, id)));
  if (collection === undefined || row === undefined) return;
  if (!isOver(collection, (row.body as { readonly status?: unknown }).status)) return;
  const hold = await holdOver(unit, owner, row);
  if (hold !== undefined) {
    const timer = { tenant: owner, kind: RESOURCE_RETENTION, ref };
    system.schedule(unit, { ...timer, dueAt: againAt(hold, now) });
    return;
  }
  await forget(system, unit, now, owner, [row], [id]);
};
