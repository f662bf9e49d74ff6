import { isAtLeast, nameIn, type PrivacyClassName } from '@openwaybill/schemas';
import { type JsonSchema, stepOf } from '@openwaybill/validate';
import { privacyOf, type Schemas, target } from '../schema-walk.ts';
import { classGranted, type Grant } from './grants.ts';

/** A message as an agreement lets it leave, or that it may not leave at all. */
export type Projection =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'AGREEMENT_MISSING' };

const DROPPED = Symbol('dropped');
const REFUSED: Projection = { ok: false, code: 'AGREEMENT_MISSING' };

/** A required member was dropped: nothing is truncated, the whole message stays. */
class Truncated extends Error {}

type Place = {
  readonly pointer: string;
  /** The class that stands at a reference decides for all that is below it. */
  readonly decided?: PrivacyClassName;
};

const isExtensions = (written: JsonSchema): boolean =>
  typeof written.$ref === 'string' && nameIn(written.$ref) === 'Extensions';

/**
 * What the grants let a party have of a message: a pure function, and applied twice it gives the same. A leaf above the
 * class of its grant is left out, and so is whatever the schema does not know; a message that would lose a required
 * member is refused.
 */
export const projectMessage = (
  message: unknown,
  messageName: string,
  grants: readonly Grant[],
  registry: Schemas,
): Projection => {
  if (grants.length === 0) return REFUSED;

  const leaf = (
    value: unknown,
    classOf: PrivacyClassName | undefined,
    pointer: string,
    least = '',
  ) => {
    const granted = classGranted(grants, pointer, least);
    return classOf !== undefined && granted !== undefined && isAtLeast(granted, classOf)
      ? value
      : DROPPED;
  };

  const list = (value: readonly unknown[], schema: JsonSchema, place: Place): unknown => {
    const items = schema.items as JsonSchema;
    const kept = value
      .map((item) => walk(item, items, { ...place, pointer: `${place.pointer}/*` }))
      .filter((item) => item !== DROPPED);
    if (value.length === 0)
      return classGranted(grants, place.pointer) === undefined ? DROPPED : value;
    return kept.length === 0 || kept.length < Number(schema.minItems ?? 0) ? DROPPED : kept;
  };

  const object = (value: object, schema: JsonSchema, place: Place): unknown => {
    const members = schema.properties as Readonly<Record<string, JsonSchema>>;
    const required = (schema.required ?? []) as readonly string[];
    const all = Object.entries(value);
    const kept = all.flatMap(([name, member]) => {
      const written = Object.hasOwn(members, name) ? members[name] : undefined;
      if (written === undefined) return [];
      const left = walk(member, written, { ...place, pointer: place.pointer + stepOf(name) });
      const isEmptyList = left === DROPPED && Array.isArray(member) && required.includes(name);
      if (isEmptyList && Number(written.minItems ?? 0) === 0) return [[name, []] as const];
      return left === DROPPED ? [] : [[name, left] as const];
    });
    if (kept.length === 0 && all.length > 0) return DROPPED;
    const left = new Set(kept.map(([name]) => name));
    if (required.some((name) => Object.hasOwn(value, name) && !left.has(name)))
      throw new Truncated();
    return Object.fromEntries(kept);
  };

  const extensions = (value: object, { pointer }: Place): unknown => {
    const kept = Object.entries(value).filter(
      ([name, member]) => leaf(member, 'business', pointer + stepOf(name), pointer) !== DROPPED,
    );
    return kept.length === 0 ? DROPPED : Object.fromEntries(kept);
  };

  const walk = (value: unknown, written: JsonSchema, place: Place): unknown => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isExtensions(written)) return isObject ? extensions(value, place) : DROPPED;
    const schema = target(written, value, registry);
    if (schema === undefined) return DROPPED;
    const own = typeof written.$ref === 'string' ? privacyOf(written)?.class : undefined;
    const decided = place.decided ?? own;
    const here = { ...place, ...(decided === undefined ? {} : { decided }) };
    if (schema.items !== undefined)
      return Array.isArray(value) ? list(value, schema, here) : DROPPED;
    if (schema.properties !== undefined) return isObject ? object(value, schema, here) : DROPPED;
    return leaf(value, decided ?? privacyOf(schema)?.class, place.pointer);
  };

  const schema = registry.schemas.get(messageName)?.schema;
  if (schema === undefined) return REFUSED;
  try {
    const value = walk(message, schema, { pointer: '' });
    return value === DROPPED ? REFUSED : { ok: true, value };
  } catch (error) {
    if (error instanceof Truncated) return REFUSED;
    throw error;
  }
};
