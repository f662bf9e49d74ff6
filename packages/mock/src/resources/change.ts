import { type Event, idOf, nameOf } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { endOfDay } from '../agreements/civil-day.ts';
import { instantOf } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import type { Collection } from './collection.ts';
import type { Happening, Resource } from './hooks.ts';
import { keyOf } from './key-of.ts';
import { knownCodes } from './known-codes.ts';
import { watchResource } from './retention.ts';

/** The kind of every timer of a resource; its reference says which and why. */
export const RESOURCE_DUE = 'resource-due';

export type Found = { readonly owner: string; readonly resource: Resource };

/** A resource by its name, as one organisation sees it. */
export const findResource = async (
  unit: Unit,
  collection: Collection,
  owner: string,
  id: string,
): Promise<Found | undefined> => {
  const row = await unit.row(collection.name, keyOf(collection, owner, id));
  return row === undefined ? undefined : { owner: row.owner, resource: row.body as Resource };
};

/** All resources of a collection that one organisation sees, in order of creation. */
export const listResources = async (
  unit: Unit,
  collection: Collection,
  owner: string,
): Promise<readonly Resource[]> =>
  (await unit.list({ collection: collection.name, ...(collection.isShared ? {} : { owner }) })).map(
    (row) => row.body as Resource,
  );

const dueAt = (value: string): string => (value.includes('T') ? value : endOfDay(value));

/** Sets the timers that the state names, and takes away those of the state before. */
const watch = (
  { system, unit }: Happening,
  collection: Collection,
  owner: string,
  next: Resource,
  before: Resource | undefined,
): void => {
  for (const row of collection.lifecycle?.transitions ?? []) {
    if (row.kind !== 'timer' || row.due === undefined) continue;
    const timer = {
      tenant: owner,
      kind: RESOURCE_DUE,
      ref: JSON.stringify([collection.name, owner, next[collection.id], row.on]),
    };
    const value: unknown = next[row.due];
    if (row.from.includes(next.status) && typeof value === 'string')
      system.schedule(unit, { ...timer, dueAt: instantOf(Date.parse(dueAt(value))) });
    else if (before !== undefined && row.from.includes(before.status))
      system.unschedule(unit, timer);
  }
};

const isReported = (event: Event, collection: Collection, next: Resource, isMoved: boolean) => {
  if (event.lifecycle === undefined) return nameOf(event.data) === collection.schema;
  return (
    event.lifecycle === collection.lifecycle?.entity &&
    isMoved &&
    (event.states === undefined || event.states.includes(next.status))
  );
};

/** A payload by the names of its members: those of the resource, and what the change itself tells. */
export const payloadOf = (
  event: Event,
  now: string,
  next: Resource,
  before: Resource | undefined,
): Resource => {
  const known: Resource = {
    occurredAt: now,
    ...next,
    ...(before?.status === undefined ? {} : { fromStatus: before.status }),
    toStatus: next.status,
  };
  return Object.fromEntries(
    Object.keys(event.data.properties ?? {}).flatMap((member) =>
      known[member] === undefined ? [] : [[member, known[member]]],
    ),
  );
};

const audienceOf = async (
  happening: Happening,
  collection: Collection,
  next: Resource,
  event: Event,
): Promise<readonly string[]> => {
  const { hooks, isShared } = collection;
  if (hooks.recipients !== undefined) return hooks.recipients(happening, next, event.type);
  return happening.system.options.counterparties
    .filter(
      ({ partyId, role }) => event.to.includes(role) && (isShared || partyId === happening.owner),
    )
    .map(({ partyId }) => partyId);
};

const tell = async (
  happening: Happening,
  collection: Collection,
  next: Resource,
  before: Resource | undefined,
): Promise<void> => {
  const { system, unit, now } = happening;
  const isMoved = before === undefined || before.status !== next.status;
  for (const event of system.options.registry.events) {
    if (!event.from.includes(system.options.role)) continue;
    if (!isReported(event, collection, next, isMoved)) continue;
    const data = payloadOf(event, now, next, before);
    for (const to of await audienceOf(happening, collection, next, event))
      await system.emit(unit, now, { type: event.type, to, data });
  }
};

const demandValid = (collection: Collection, next: Resource): void => {
  const verdict = judge(collection.schema, next, 'sender');
  if (verdict.ok) return;
  const [issue] = verdict.issues;
  throw new Error(
    `${collection.name} would hold what is no ${collection.schema}: ${issue?.pointer} ${issue?.rule} ${JSON.stringify(issue?.params)}`,
  );
};

/**
 * Stores a resource in its next state, with everything that follows from the registry: instants and revision, timers
 * of its lifecycle, events that report it; then what its module adds.
 */
export const changeResource = async (
  happening: Happening,
  collection: Collection,
  draft: Resource,
  before: Resource | undefined,
): Promise<Resource> => {
  const { unit, now, owner } = happening;
  const has = (member: string): boolean => collection.members.includes(member);
  const stamped: Resource = {
    ...draft,
    ...(has('revision') ? { revision: (before?.revision ?? 0) + 1 } : {}),
    ...(has('createdAt') ? { createdAt: before?.createdAt ?? now } : {}),
    ...(has('updatedAt') ? { updatedAt: now } : {}),
  };
  const { schemas } = happening.system.options.registry;
  const known = knownCodes(schemas, { $ref: idOf(collection.schema) }, stamped) as Resource;
  const next = (await collection.hooks.draft?.(happening, known, before)) ?? known;
  demandValid(collection, next);
  const id = String(next[collection.id]);
  const key = keyOf(collection, owner, id);
  unit.put({
    ...recordRow(collection.name, key, owner, now, next),
    createdAt: (await unit.row(collection.name, key))?.createdAt ?? now,
  });
  watch(happening, collection, owner, next, before);
  watchResource(happening.system, unit, now, collection, owner, { id, status: next.status });
  await tell(happening, collection, next, before);
  await collection.hooks.changed?.(happening, next, before);
  return next;
};

/** The collections of the system's own registry. */
export const collectionNamed = (system: System, name: string): Collection => {
  const found = system.collections.get(name);
  if (found === undefined) throw new Error(`no operation has resources under /v1/${name}`);
  return found;
};
