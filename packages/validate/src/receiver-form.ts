/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** `$id` of the receiver form, from the `$id` of the sender form. */
export const receiverIdOf = (id: string): string => id.replace(/\/([^/]+\.json)$/, '/receiver/$1');

/** An unknown code that may come with a newer minor: what the profile allows a code to look like. */
const UNKNOWN_CODE = { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$', maxLength: 64 };

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (value: unknown, change: (each: unknown) => unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]))
    : value;

const open = (schema: unknown): unknown => (isObject(schema) ? receiverForm(schema) : schema);

/** Keyword by keyword; what is not named stays as it is. */
const OPENED: Readonly<Record<string, (value: unknown) => unknown>> = {
  $id: (id) => receiverIdOf(String(id)),
  $ref: (ref) => receiverIdOf(String(ref)),
  properties: (members) => mapValues(members, open),
  $defs: (members) => mapValues(members, open),
  items: open,
  additionalProperties: open,
  oneOf: (branches) => (Array.isArray(branches) ? branches.map(open) : branches),
  discriminator: (discriminator) =>
    isObject(discriminator) && 'mapping' in discriminator
      ? {
          ...discriminator,
          mapping: mapValues(discriminator.mapping, (id) => receiverIdOf(String(id))),
        }
      : discriminator,
};

/**
 * What a receiver of the standard must be able to take: the sender form with its closed objects opened, and with any
 * code where a list may grow. Nobody writes one by hand.
 */
export const receiverForm = (schema: JsonSchema): JsonSchema => {
  const { enum: codes, ...rest } = schema;
  const entries = Object.entries(rest)
    .filter(([keyword, value]) => keyword !== 'additionalProperties' || value !== false)
    .map(([keyword, value]) => [keyword, OPENED[keyword]?.(value) ?? value] as const);
  if (codes === undefined) return Object.fromEntries(entries);
  return schema['x-extensible'] === true
    ? { ...Object.fromEntries(entries), ...UNKNOWN_CODE, examples: codes }
    : { ...Object.fromEntries(entries), enum: codes };
};
