import {
  isAtLeast,
  nameOf,
  orderedSchema,
  type PlainSchema,
  type Privacy,
  type Registry,
} from '@openwaybill/schemas';
import { receiverForm } from '@openwaybill/validate';
import { rulesOf } from '../rules.ts';

const INT32_MAX = 2 ** 31 - 1;

const isObject = (value: unknown): value is PlainSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The reference to a component, from the `$id` of a schema in either form. */
export const localRef = (id: string): string =>
  `#/components/schemas/${nameOf({ $id: id } as never)}`;

/** Tools that redact know these two keywords; they are output only. */
const redaction = (privacy: Privacy): PlainSchema => ({
  'x-data-classification': privacy.class,
  'x-sensitive-data': isAtLeast(privacy.class, 'personal'),
});

const formatOf = (schema: PlainSchema): string =>
  Number(schema.maximum) <= INT32_MAX && Number(schema.minimum) >= -INT32_MAX ? 'int32' : 'int64';

const localMembers = (members: PlainSchema): PlainSchema =>
  Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, local(member as PlainSchema)]),
  );

const localKeyword = (keyword: string, value: unknown): unknown => {
  switch (keyword) {
    case '$ref':
      return localRef(String(value));
    case 'properties':
      return localMembers(value as PlainSchema);
    case 'items':
    case 'additionalProperties':
      return isObject(value) ? local(value) : value;
    case 'oneOf':
      return (value as readonly PlainSchema[]).map(local);
    case 'discriminator': {
      const { mapping, ...rest } = value as { readonly mapping: Readonly<Record<string, string>> };
      return {
        ...rest,
        mapping: Object.fromEntries(
          Object.entries(mapping).map(([code, id]) => [code, localRef(id)]),
        ),
      };
    }
    default:
      return value;
  }
};

/** A schema as a part of one document: no `$id`, which would change the base of its references, and local references. */
export const local = (schema: PlainSchema): PlainSchema =>
  orderedSchema({
    ...Object.fromEntries(
      Object.entries(schema)
        .filter(([keyword]) => keyword !== '$id')
        .map(([keyword, value]) => [keyword, localKeyword(keyword, value)]),
    ),
    ...(schema.type === 'integer' ? { format: formatOf(schema) } : {}),
    ...(isObject(schema['x-privacy']) ? redaction(schema['x-privacy'] as Privacy) : {}),
  });

/** The form of a schema that stands in an OpenAPI document: what a receiver must be able to take. */
export const received = (schema: PlainSchema): PlainSchema =>
  local(receiverForm(orderedSchema(schema)));

/** Names of everything that a value refers to by local reference. */
export const referred = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([keyword, member]) =>
    keyword === '$ref' && typeof member === 'string'
      ? [member]
      : keyword === 'mapping'
        ? Object.values(member as Readonly<Record<string, string>>)
        : referred(member),
  );
};

/** The schemas that a document needs: those that `parts` refer to, those that these refer to, and so on. */
export const schemaComponents = (
  registry: Registry,
  parts: unknown,
  more: Readonly<Record<string, PlainSchema>>,
): Readonly<Record<string, PlainSchema>> => {
  const needed = new Map<string, PlainSchema>();
  const follow = (value: unknown): void => {
    for (const reference of referred(value)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
      if (name === undefined || needed.has(name)) continue;
      const schema = registry.schemas.get(name)?.schema;
      if (schema === undefined && more[name] === undefined)
        throw new Error(
          `${reference} leads nowhere. A schema that is referred to is exported by its module.`,
        );
      const rules = rulesOf(name);
      const component = more[name] ?? {
        ...received(schema as PlainSchema),
        ...(rules.length === 0 ? {} : { 'x-rules': rules }),
      };
      needed.set(name, component);
      follow(component);
    }
  };
  follow(parts);
  return Object.fromEntries([...needed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
