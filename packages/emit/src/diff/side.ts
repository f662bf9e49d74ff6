import {
  type ContractJudge,
  contractJudge,
  type Values,
  valuesIn,
} from '@openwaybill/validate/contract';
import type { JsonSchema } from '@openwaybill/validate/light';
import { type Contract, resolved, schemasOf } from './contract.ts';
import { branchFor } from './places.ts';

/** One of the two contracts, with its judge and what makes values for it. */
export type Side = {
  readonly contract: Contract;
  readonly judge: ContractJudge;
  readonly values: Values;
};

/** A contract that can judge and speak; it compiles and derives only what is asked for. */
export const sideOf = (contract: Contract): Side => {
  const schemas = schemasOf(contract);
  const judge = contractJudge(schemas);
  let values: Values | undefined;
  return {
    contract,
    judge,
    values: (schema, options) => {
      values ??= valuesIn(schemas);
      return values(schema, options);
    },
  };
};

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value without the members that may be absent and the items that need not be: what is left is what is meant. */
export const pruned = (value: unknown, node: JsonSchema, contract: Contract): unknown => {
  const schema = branchFor(resolved(node, contract), undefined, contract);
  if (Array.isArray(value))
    return value
      .slice(0, Number(schema.minItems ?? 0))
      .map((item) => pruned(item, schema.items as JsonSchema, contract));
  if (!isTable(value) || schema.properties === undefined) return value;
  const members = schema.properties as Readonly<Record<string, JsonSchema>>;
  const required = (schema.required ?? []) as readonly string[];
  const least = Number(schema.minProperties ?? 0);
  const names = Object.keys(value);
  const kept = [
    ...names.filter((name) => required.includes(name)),
    ...names.filter((name) => !required.includes(name)),
  ].slice(0, Math.max(least, required.length));
  return Object.fromEntries(
    kept.map((name) => [name, pruned(value[name], members[name] ?? {}, contract)]),
  );
};

/** A smallest value of a schema. Branches of a union are made as their first one. */
export const smallest = (side: Side, node: JsonSchema, seed: number): unknown => {
  const schema = branchFor(resolved(node, side.contract), undefined, side.contract);
  const [value] = side.values(schema, { count: 1, seed });
  return pruned(value, schema, side.contract);
};
