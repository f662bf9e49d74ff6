import { nameIn, type Registry } from '@openwaybill/schemas';
import { stepOf } from '@openwaybill/validate';
import { Refusal } from '../engine/refusal.ts';

/** As much of a schema as says where codes stand. */
type Schema = {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly 'x-extensible'?: boolean;
  readonly 'x-fallback'?: string;
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** A list that may grow and that says nothing of what it does not know leaves nothing to keep. */
const IGNORED = 'IGNORE';

const unknown = (pointer: string): Refusal =>
  new Refusal('CODE_UNKNOWN', {
    issues: [{ pointer, rule: 'enum', params: { extensible: true } }],
  });

/** Two codes of later lists may have one fallback. */
const distinctOf = (items: readonly unknown[]): readonly unknown[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/**
 * A value with the fallback of its list in place of every code of a later list. A code whose list ignores what it does
 * not know is left out, and refused where it cannot be.
 */
export const knownCodes = (
  schemas: Registry['schemas'],
  schema: Schema,
  value: unknown,
  pointer = '',
): unknown => {
  if (schema.$ref !== undefined) {
    const named = schemas.get(nameIn(schema.$ref))?.schema;
    return named === undefined ? value : knownCodes(schemas, named, value, pointer);
  }
  if (typeof value === 'string') {
    if (schema['x-extensible'] !== true || schema.enum?.includes(value) === true) return value;
    return schema['x-fallback'] === IGNORED ? undefined : schema['x-fallback'];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return value;
    const kept = value
      .map((item, index) => knownCodes(schemas, items, item, `${pointer}/${index}`))
      .filter((item) => item !== undefined);
    const distinct = schema.uniqueItems === true ? distinctOf(kept) : kept;
    if (distinct.length < Math.min(value.length, schema.minItems ?? 0))
      throw unknown(`${pointer}/0`);
    return distinct;
  }
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, member]) => {
      const property = schema.properties?.[name];
      if (property === undefined) return [[name, member]];
      const at = `${pointer}${stepOf(name)}`;
      const known = knownCodes(schemas, property, member, at);
      if (known !== undefined || member === undefined) return [[name, known]];
      if (schema.required?.includes(name) === true) throw unknown(at);
      return [];
    }),
  );
};
