import { target } from '@openwaybill/privacy';
import { nameOf, registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';

/** What stands at one place of a message. */
export type Place = {
  /** The schema of the place; nothing where the standard knows none. */
  readonly schema: JsonSchema | undefined;
  /** RFC 6901. */
  readonly pointer: string;
  /** Whether the walk can go on below: the value is what the schema says, an object or a list. */
  readonly isInner: boolean;
};

/** What is put in place of a value; `undefined` goes on below it, or leaves it as it is. */
export type Visit = (value: unknown, place: Place) => { readonly put: unknown } | undefined;

const payloads = new Map<string, JsonSchema>(
  registry.events.map(({ type, data }) => [type, { $ref: data.$id ?? nameOf(data) }]),
);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The payload of an envelope is known by the type that stands beside it. */
const memberOf = (
  schema: JsonSchema,
  members: Readonly<Record<string, JsonSchema>>,
  value: Readonly<Record<string, unknown>>,
  name: string,
): JsonSchema | undefined => {
  if (name === 'data' && String(schema.$id).endsWith('/CloudEvent.json'))
    return payloads.get(String(value.type));
  return Object.hasOwn(members, name) ? members[name] : undefined;
};

/** A copy of a message, with what the visitor puts in place of its values. Beside each value stands its schema. */
export const walkMessage = (message: unknown, schemaName: string, visit: Visit): unknown => {
  const walk = (value: unknown, written: JsonSchema | undefined, pointer: string): unknown => {
    const schema = written === undefined ? undefined : target(written, value, registry);
    const members = schema?.properties as Readonly<Record<string, JsonSchema>> | undefined;
    const items = schema?.items as JsonSchema | undefined;
    const isInner =
      (members !== undefined && isObject(value)) || (items !== undefined && Array.isArray(value));
    const instead = visit(value, { schema, pointer, isInner });
    if (instead !== undefined) return instead.put;
    if (items !== undefined && Array.isArray(value))
      return value.map((item, at) => walk(item, items, `${pointer}/${at}`));
    if (schema === undefined || members === undefined || !isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        walk(member, memberOf(schema, members, value, name), `${pointer}/${escaped(name)}`),
      ]),
    );
  };
  return walk(message, registry.schemas.get(schemaName)?.schema, '');
};
