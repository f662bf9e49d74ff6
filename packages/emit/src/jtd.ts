import { nameIn, orderedSchema, type PlainSchema } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

type Members = Readonly<Record<string, PlainSchema>>;

/** Whole types of RFC 8927 with the least and the greatest that each holds, the narrowest first. */
const WHOLE = [
  ['uint8', 0, 2 ** 8 - 1],
  ['int8', -(2 ** 7), 2 ** 7 - 1],
  ['uint16', 0, 2 ** 16 - 1],
  ['int16', -(2 ** 15), 2 ** 15 - 1],
  ['uint32', 0, 2 ** 32 - 1],
  ['int32', -(2 ** 31), 2 ** 31 - 1],
] as const;

/** What RFC 8927 cannot say of a schema, kept for readers: `metadata` changes no verdict. */
const UNSAID = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'const',
];

const metadataOf = (schema: PlainSchema): PlainSchema => {
  const kept = ['description', 'x-description-zh', ...UNSAID].filter(
    (keyword) => keyword in schema,
  );
  return kept.length === 0
    ? {}
    : { metadata: Object.fromEntries(kept.map((keyword) => [keyword, schema[keyword]])) };
};

/** A number beyond 32 bits has no whole type: it is one of floating point that is whole. */
const wholeType = ({ minimum, maximum }: PlainSchema): string =>
  WHOLE.find(([, least, most]) => Number(minimum) >= least && Number(maximum) <= most)?.[0] ??
  'float64';

const formOf = (schema: PlainSchema): PlainSchema => {
  if (typeof schema.$ref === 'string') return { ref: nameIn(schema.$ref) };
  if (typeof schema.const === 'string') return { enum: [schema.const] };
  if (Array.isArray(schema.enum)) return { enum: schema.enum };
  switch (schema.type) {
    case 'string':
      return { type: schema.format === 'date-time' ? 'timestamp' : 'string' };
    case 'integer':
      return { type: wholeType(schema) };
    case 'boolean':
      return { type: 'boolean' };
    case 'array':
      return { elements: jtdOf((schema.items ?? {}) as PlainSchema) };
    case 'object':
      return objectOf(schema);
    default:
      return {};
  }
};

const objectOf = (schema: PlainSchema): PlainSchema => {
  const members = Object.entries((schema.properties ?? {}) as Members);
  if (members.length === 0) return { values: {} };
  const required = new Set((schema.required ?? []) as readonly string[]);
  const pick = (isRequired: boolean) =>
    Object.fromEntries(
      members
        .filter(([name]) => required.has(name) === isRequired)
        .map(([name, member]) => [name, jtdOf(member)]),
    );
  const [properties, optionalProperties] = [pick(true), pick(false)];
  return {
    ...(required.size === 0 ? {} : { properties }),
    ...(required.size === members.length ? {} : { optionalProperties }),
    ...(schema.additionalProperties === true ? { additionalProperties: true } : {}),
  };
};

const jtdOf = (schema: PlainSchema): PlainSchema => ({ ...formOf(schema), ...metadataOf(schema) });

/**
 * The sender forms as JSON Type Definition (RFC 8927), one document in which each schema is a definition: members,
 * types and codes; what it cannot say (bounds, patterns, lengths) stands in `metadata`.
 */
export const jtd: Emitter = (registry) =>
  new Map([
    [
      'jtd/openwaybill.jtd.json',
      jsonText({
        metadata: {
          version: registry.version,
          description:
            'Each definition is a schema. RFC 8927 says nothing of bounds, patterns and lengths: they stand in metadata.',
        },
        definitions: Object.fromEntries(
          [...registry.schemas].map(([name, { schema }]) => [name, jtdOf(orderedSchema(schema))]),
        ),
      }),
    ],
  ]);
