import { observe, rowOf } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System, TimerHandler } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { changeResource, collectionNamed, findResource } from './change.ts';
import type { Collection } from './collection.ts';
import type { Happening, Resource } from './hooks.ts';

type Cause = {
  readonly collection: string;
  readonly owner: string;
  /** Absent where the fact begins a resource. */
  readonly id?: string;
  readonly fact: string;
  /** What is said of it beside its name. */
  readonly body?: Resource;
};

const begin = async (happening: Happening, collection: Collection): Promise<Resource> => {
  const { lifecycle, hooks } = collection;
  const row = lifecycle === undefined ? undefined : rowOf(lifecycle, undefined, happening.on);
  if (hooks.invent === undefined || (lifecycle !== undefined && row === undefined))
    throw new Refusal('STATE_ILLEGAL');
  const invented = await hooks.invent(happening);
  return changeResource(
    happening,
    collection,
    row === undefined ? invented : { ...invented, status: row.to },
    undefined,
  );
};

/**
 * Lets a decision, an observation or the end of a term happen to a resource. Refuses one that the table does not name
 * from its state; a fact without a resource begins one.
 */
export const causeFact = async (
  system: System,
  unit: Unit,
  now: string,
  { collection: name, owner, id, fact, body = {} }: Cause,
): Promise<Resource> => {
  const collection = collectionNamed(system, name);
  const happening: Happening = { system, unit, now, owner, on: fact, path: {}, body };
  if (id === undefined) return begin(happening, collection);
  const found = await findResource(unit, collection, owner, id);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const before = found.resource;
  const theirs = { ...happening, owner: found.owner };
  const { lifecycle, hooks } = collection;
  if (lifecycle === undefined) throw new Refusal('STATE_ILLEGAL');
  const guards = (await hooks.guards?.(theirs, before)) ?? {};
  const row = rowOf(lifecycle, before.status, fact, guards);
  if (row === undefined || row.kind === 'command') throw new Refusal('STATE_ILLEGAL');
  const status = row.to === 'SAME' ? before.status : row.to;
  return changeResource(theirs, collection, { ...before, status }, before);
};

/** A term of a resource ends. One that was left behind by a later state has nothing to say. */
export const resourceDue: TimerHandler = async (system, unit, now, ref) => {
  const [name, owner, id, fact] = JSON.parse(ref) as [string, string, string, string];
  const collection = collectionNamed(system, name);
  const found = await findResource(unit, collection, owner, id);
  if (found === undefined || collection.lifecycle === undefined) return;
  const happening: Happening = { system, unit, now, owner, on: fact, path: {}, body: {} };
  const guards = (await collection.hooks.guards?.(happening, found.resource)) ?? {};
  const status = observe(collection.lifecycle, found.resource.status, fact, guards);
  if (status === undefined) return;
  await changeResource(happening, collection, { ...found.resource, status }, found.resource);
};
