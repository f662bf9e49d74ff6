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

const mapped = (members: unknown): PlainSchema =>
  Object.fromEntries(
    Object.entries(members as PlainSchema).map(([name, member]) => [
      name,
      asOpenApi30(member as PlainSchema),
    ]),
  );

/** Keywords that 3.0 lacks, by what says the same there; keywords whose values are schemas, with those rewritten. */
const REWRITTEN: Readonly<Record<string, (value: unknown) => PlainSchema>> = {
  const: (value) => ({ enum: [value] }),
  examples: (value) => ({ example: (value as readonly unknown[])[0] }),
  // 3.0 can bound the names of members in no way
  propertyNames: (value) => ({ 'x-property-names': value }),
  properties: (value) => ({ properties: mapped(value) }),
  items: (value) => ({ items: asOpenApi30(value as PlainSchema) }),
  oneOf: (value) => ({ oneOf: (value as readonly PlainSchema[]).map(asOpenApi30) }),
  additionalProperties: (value) => ({
    additionalProperties: typeof value === 'object' ? asOpenApi30(value as PlainSchema) : value,
  }),
};

/** A schema in the dialect of 3.0, which ignores whatever stands beside a `$ref`. */
const asOpenApi30 = (schema: PlainSchema): PlainSchema => {
  const { $ref, ...own } = schema;
  const rewritten = Object.assign(
    {},
    ...Object.entries(own).map(
      ([keyword, value]) => REWRITTEN[keyword]?.(value) ?? { [keyword]: value },
    ),
  );
  if ($ref === undefined) return orderedSchema(rewritten);
  return Object.keys(rewritten).length === 0
    ? { $ref }
    : orderedSchema({ ...rewritten, allOf: [{ $ref }] });
};

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
