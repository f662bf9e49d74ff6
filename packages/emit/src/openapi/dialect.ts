import { orderedSchema, type PlainSchema } from '@openwaybill/schemas';

/** How a version of OpenAPI writes what is the same in all of them. */
export type Dialect = {
  readonly openapi: string;
  readonly license: PlainSchema;
  readonly schema: (schema: PlainSchema) => PlainSchema;
  /** Paths and webhooks of a document, from the paths that are served and what receivers serve by event type. */
  readonly served: (paths: PlainSchema, webhooks: PlainSchema) => PlainSchema;
};

/** OpenAPI 3.1: schemas as the standard has them. */
export const OPENAPI_31: Dialect = {
  openapi: '3.1.0',
  license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  schema: (schema) => schema,
  served: (paths, webhooks) => ({
    paths,
    ...(Object.keys(webhooks).length === 0 ? {} : { webhooks }),
  }),
};

type Rewrite = (schema: PlainSchema) => PlainSchema;

/** Keywords whose values are schemas, with those written otherwise. */
const inner = (keyword: string, value: unknown, rewrite: Rewrite): unknown => {
  switch (keyword) {
    case 'properties':
      return Object.fromEntries(
        Object.entries(value as PlainSchema).map(([name, member]) => [
          name,
          rewrite(member as PlainSchema),
        ]),
      );
    case 'oneOf':
      return (value as readonly PlainSchema[]).map(rewrite);
    case 'items':
    case 'additionalProperties':
      return typeof value === 'object' ? rewrite(value as PlainSchema) : value;
    default:
      return value;
  }
};

/**
 * Writes schemas for tools that ignore whatever stands beside a `$ref`, as all did before 2020-12. `lacks` has the
 * keywords that they do not know, with what says the same.
 */
const forOlder = (lacks: Readonly<Record<string, (value: unknown) => PlainSchema>>): Rewrite => {
  const rewrite: Rewrite = ({ $ref, ...own }) => {
    const written = Object.assign(
      {},
      ...Object.entries(own).map(
        ([keyword, value]) =>
          lacks[keyword]?.(value) ?? { [keyword]: inner(keyword, value, rewrite) },
      ),
    );
    if ($ref === undefined) return orderedSchema(written);
    return Object.keys(written).length === 0
      ? { $ref }
      : orderedSchema({ ...written, allOf: [{ $ref }] });
  };
  return rewrite;
};

/** A schema as draft-07, of which the schemas of AsyncAPI are a superset. */
export const asDraft07: Rewrite = forOlder({});

const asOpenApi30: Rewrite = forOlder({
  const: (value) => ({ enum: [value] }),
  examples: (value) => ({ example: (value as readonly unknown[])[0] }),
  // 3.0 can bound the names of members in no way
  propertyNames: (value) => ({ 'x-property-names': value }),
  // by that name generators of 3.0 expect a list of texts, and one of them ends where it finds anything else
  'x-enum-descriptions': (value) => ({ 'x-code-descriptions': value }),
});

/** Where a receiver is: its own place, which it names when it subscribes. */
const RECEIVERS = [
  {
    url: 'https://{receiver}',
    description: 'The endpoint that the receiver named in its subscription.',
    'x-description-zh': '接收方在订阅中指定的端点。',
    variables: { receiver: { default: 'receiver.test' } },
  },
];

/** OpenAPI 3.0, for tools that know no other: it has no webhooks, so that what a receiver serves is a path of its own. */
export const OPENAPI_30: Dialect = {
  openapi: '3.0.3',
  license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  schema: asOpenApi30,
  served: (paths, webhooks) => ({
    paths: {
      ...paths,
      ...Object.fromEntries(
        Object.entries(webhooks).map(([type, item]) => [
          `/receivers/${type}`,
          { servers: RECEIVERS, 'x-receiver': true, ...(item as PlainSchema) },
        ]),
      ),
    },
  }),
};

/** Values of examples are data, in which nothing is a schema. */
const DATA = new Set(['example', 'examples']);

/** A part of a document with every schema of its parameters, headers and bodies written in a dialect. */
export const inDialect = (part: unknown, dialect: Dialect): unknown => {
  if (Array.isArray(part)) return part.map((each) => inDialect(each, dialect));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'schema'
        ? dialect.schema(value as PlainSchema)
        : DATA.has(key)
          ? value
          : inDialect(value, dialect),
    ]),
  );
};
