import {
  type ContractEvent,
  type Contract as Frozen,
  type ContractOperation as FrozenOperation,
  nameIn,
} from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate/light';

export type { ContractEvent };

/** An operation of any release; one that was deprecated says so. */
export type ContractOperation = FrozenOperation & { readonly deprecated?: boolean };

/** Who sees what: the members of every view, and the views of every cell, as `policy/views.json` has them. */
export type ContractViews = {
  readonly views: Readonly<Record<string, { readonly members: readonly string[] }>>;
  readonly matrix: Readonly<
    Record<string, Readonly<Record<string, { readonly shows: readonly string[] }>>>
  >;
};

/** A release as the data that two releases are compared by: `contract.json`, and the policy of views beside it where it is known. */
export type Contract = Omit<Frozen, 'operations'> & {
  readonly operations: readonly ContractOperation[];
  readonly policy?: ContractViews;
};

const LISTS = ['modules', 'operations', 'events', 'lifecycles', 'codeLists', 'requirements'];
const TABLES = ['schemas', 'problems'];

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A contract of what was read; otherwise the members that are missing or of another kind, in the order of the document. */
export const contractIn = (
  value: unknown,
):
  | { readonly ok: true; readonly contract: Contract }
  | { readonly ok: false; readonly missing: readonly string[] } => {
  const read = isTable(value) ? value : {};
  const missing = [
    ...(read.name === 'openwaybill' ? [] : ['name']),
    ...(typeof read.version === 'string' && /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(read.version)
      ? []
      : ['version']),
    ...LISTS.filter((name) => !Array.isArray(read[name])),
    ...TABLES.filter((name) => !isTable(read[name])),
  ];
  return missing.length === 0 ? { ok: true, contract: read as Contract } : { ok: false, missing };
};

/** The schemas of a contract by name, for judges and values. */
export const schemasOf = (contract: Contract): ReadonlyMap<string, JsonSchema> =>
  new Map(Object.entries(contract.schemas).map(([name, { schema }]) => [name, schema]));

/** What a schema says, with what it refers to filled in; what stands beside a reference is the more particular. */
export const resolved = (node: JsonSchema, contract: Contract): JsonSchema => {
  if (typeof node.$ref !== 'string') return node;
  const { $ref, ...beside } = node;
  const target = contract.schemas[nameIn($ref as string)]?.schema;
  if (target === undefined) throw new Error(`${$ref} leads nowhere in ${contract.version}`);
  return { ...resolved(target, contract), ...beside };
};
