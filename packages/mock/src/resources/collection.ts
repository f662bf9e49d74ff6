import {
  isAtLeast,
  isPage,
  type Lifecycle,
  nameIn,
  nameOf,
  type OperationEntry,
  privacyMax,
  type Registry,
} from '@openwaybill/schemas';
import { remembered } from '../engine/remembered.ts';
import type { Hooks } from './hooks.ts';

type Schema = OperationEntry['answer']['body'];

/** Resources of one kind: what the registry says of those that stand under one path. */
export type Collection = {
  /** The noun of the path: `outlet-filings`. */
  readonly name: string;
  readonly module: string;
  /** Name of the schema of a resource. */
  readonly schema: string;
  readonly members: readonly string[];
  readonly required: readonly string[];
  /** The member by which a resource is named. */
  readonly id: string;
  readonly lifecycle: Lifecycle | undefined;
  /** Whether everybody reads it; what is not public is its owner's. */
  readonly isShared: boolean;
  /** Whether it tells of somebody's parcel, and is no bookkeeping: what is kept no longer than a claim may come. */
  readonly isOfParcel: boolean;
  readonly hooks: Hooks;
};

/** Members that tell of the record and not of what it is about. */
const STORED = ['revision', 'createdAt', 'updatedAt', 'extensions', 'status'];

/** The noun of a path: its first segment after the version. */
export const collectionOf = (operation: Pick<OperationEntry, 'path'>): string =>
  operation.path.split('/')[2] ?? '';

const isItem = ({ path }: OperationEntry): boolean => /^\/v1\/[a-z-]+\/\{\w+\}$/.test(path);
const isWhole = ({ path }: OperationEntry): boolean => /^\/v1\/[a-z-]+$/.test(path);

const itemOf = (registry: Registry, page: Schema): Schema => {
  const id: unknown = page?.properties?.items?.items?.$ref;
  return typeof id === 'string' ? registry.schemas.get(nameIn(id))?.schema : undefined;
};

const propertiesOf = (schema: Schema): Readonly<Record<string, NonNullable<Schema>>> =>
  schema?.properties ?? {};

/** The schema of a resource: what reading one answers, else what writing one answers, else what is listed. */
const resourceOf = (registry: Registry, operations: readonly OperationEntry[]): Schema =>
  [
    ...operations.filter((one) => isItem(one) && one.method === 'GET'),
    ...operations.filter((one) => isItem(one) && one.method === 'PUT'),
    ...operations.filter((one) => isWhole(one) && one.method === 'POST'),
  ].find(({ answer }) => answer.body !== undefined)?.answer.body ??
  operations
    .filter((one) => isWhole(one) && isPage(one.answer.body))
    .map(({ answer }) => itemOf(registry, answer.body))[0];

/** Modules whose documents the law keeps for longer than a claim: accounts, and what was declared to customs. */
const BOOKKEEPING: readonly string[] = ['cross-border', 'settlement'];

const telling = new WeakMap<Registry, WeakMap<object, boolean>>();

/** Whether a value of a schema may hold a mask, or the number of a waybill. */
const tellsOfParcel = (registry: Registry, schema: NonNullable<Schema>): boolean => {
  const seen = new Set<unknown>();
  const tells = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    if (Array.isArray(value)) return value.some(tells);
    const { $ref, properties, items, ...node } = value as NonNullable<Schema>;
    const { mask } = (node['x-privacy'] ?? {}) as { readonly mask?: string };
    if (mask !== undefined) return true;
    if (typeof $ref === 'string')
      return nameIn($ref) === 'WaybillNo' || tells(registry.schemas.get(nameIn($ref))?.schema);
    return Object.values(properties ?? {}).some(tells) || tells(items);
  };
  return remembered(
    remembered(telling, registry, () => new WeakMap<object, boolean>()),
    schema,
    () => tells(schema),
  );
};

/** All collections of a registry, by the noun of their paths. */
export const collectionsOf = (
  registry: Registry,
  hooksOf: (collection: string) => Hooks,
): ReadonlyMap<string, Collection> => {
  const byNoun = new Map<string, OperationEntry[]>();
  for (const operation of registry.operations) {
    const noun = collectionOf(operation);
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), operation]);
  }
  const collections = new Map<string, Collection>();
  for (const [name, operations] of byNoun) {
    const schema = resourceOf(registry, operations);
    const [first] = operations;
    if (schema?.$id === undefined || schema.properties === undefined || first === undefined)
      continue;
    const hooks = hooksOf(name);
    const properties = propertiesOf(schema);
    const named = operations.find(isItem)?.pathParameters[0];
    const entity = hooks.lifecycle ?? operations.find((one) => one.lifecycle)?.lifecycle;
    const isPublic = Object.entries(properties).every(
      ([member, property]) =>
        STORED.includes(member) || !isAtLeast(privacyMax(registry.schemas, property), 'business'),
    );
    collections.set(name, {
      name,
      module: first.module,
      schema: nameOf(schema),
      members: Object.keys(properties),
      required: schema.required ?? [],
      id: named !== undefined && named in properties ? named : (Object.keys(properties)[0] ?? ''),
      lifecycle: registry.lifecycles.find((one) => one.entity === entity),
      isShared: hooks.isShared ?? isPublic,
      isOfParcel:
        !BOOKKEEPING.includes(first.module) &&
        [schema, ...operations.map(({ request }) => request)].some(
          (one) => one !== undefined && tellsOfParcel(registry, one),
        ),
      hooks,
    });
  }
  return collections;
};
