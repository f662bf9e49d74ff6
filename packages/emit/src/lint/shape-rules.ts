import type { Place, Schema } from './finding.ts';

/** A rule about one place of a schema: what is wrong there, in words, or nothing. */
export type PlaceRule = {
  readonly id: string;
  readonly judge: (place: Place) => string | undefined;
};

const FORBIDDEN = [
  'anyOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'prefixItems',
  'patternProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
];

const FORMATS = ['date-time', 'date', 'uri', 'byte', 'int32', 'int64', 'email'];

/** Lists of bulk reports, by their member: a truck holds thousands of parcels, a forecast thousands of lanes. */
const BULK_LISTS = new Set(['cells', 'parcels']);

const mostItems = (member: string | undefined): number =>
  member !== undefined && BULK_LISTS.has(member) ? 10_000 : 1000;

const isBounded = (value: unknown): boolean => Number.isSafeInteger(value);

/** What RFC 9485 lacks: lookaround, class escapes, backreferences, lazy quantifiers, properties, astral ranges. */
const BEYOND = /\(\?|\\[1-9dDwWsSbBpP]|[*+?}]\?|[\u{10000}-\u{10ffff}]/u;

/** Without classes and escaped characters, in which a quantifier is only a character. */
const skeletonOf = (pattern: string): string =>
  pattern.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x').replace(/\\[^1-9a-zA-Z]/g, 'x');

/** Whether a value has a null in it. */
export const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

/** The interop profile: the part of JSON Schema that every target language reads the same way. */
export const SHAPE_RULES: readonly PlaceRule[] = [
  {
    id: 'no-null',
    judge: ({ schema }) =>
      schema.type === 'null' ||
      schema.nullable === true ||
      schema.const === null ||
      (Array.isArray(schema.enum) && schema.enum.includes(null)) ||
      hasNull(schema.examples)
        ? 'null is on the wire; leave the member out instead'
        : undefined,
  },
  {
    id: 'no-any-of',
    judge: ({ schema }) => {
      const found = FORBIDDEN.filter((keyword) => keyword in schema);
      if (Array.isArray(schema.type)) found.push('an array of types');
      return found.length > 0
        ? `${found.join(', ')} stands in a wire schema; move the condition to the rule layer`
        : undefined;
    },
  },
  {
    id: 'one-of-discriminated',
    judge: ({ schema }) => {
      if (!Array.isArray(schema.oneOf)) return undefined;
      const mapping = (schema.discriminator as { readonly mapping?: object } | undefined)?.mapping;
      if (schema.oneOf.some((branch: Schema) => 'oneOf' in branch))
        return 'a oneOf stands in a oneOf; let one discriminator decide';
      return Object.keys(mapping ?? {}).length < Math.max(schema.oneOf.length, 1)
        ? 'oneOf has no discriminator that maps every branch; name the member that decides, with a full mapping'
        : undefined;
    },
  },
  {
    id: 'no-floats',
    judge: ({ schema }) =>
      schema.type === 'number' || 'multipleOf' in schema
        ? 'a number that is no integer; count in the smaller unit'
        : undefined,
  },
  {
    id: 'integer-bounds',
    judge: ({ schema }) =>
      schema.type === 'integer' && !(isBounded(schema.minimum) && isBounded(schema.maximum))
        ? 'an integer lacks minimum or maximum within 2^53 - 1; give both'
        : undefined,
  },
  {
    id: 'string-bounds',
    judge: ({ schema, member }) => {
      if (
        schema.type === 'string' &&
        !('enum' in schema || 'const' in schema) &&
        !isBounded(schema.maxLength)
      )
        return 'a string has no maxLength; give one';
      if (
        schema.type === 'array' &&
        !(isBounded(schema.maxItems) && Number(schema.maxItems) <= mostItems(member))
      )
        return `an array has no maxItems up to ${mostItems(member)}; give one`;
      return undefined;
    },
  },
  {
    id: 'i-regexp',
    judge: ({ schema }) => {
      if (typeof schema.pattern !== 'string') return undefined;
      if (!/^\^[\s\S]*\$$/.test(schema.pattern))
        return 'a pattern lacks its anchors; write ^ and $';
      return BEYOND.test(skeletonOf(schema.pattern))
        ? 'a pattern is beyond RFC 9485; use classes, groups and greedy quantifiers only'
        : undefined;
    },
  },
  {
    id: 'no-default',
    judge: ({ schema }) =>
      'default' in schema
        ? 'a default changes what absence means; say it in the description'
        : undefined,
  },
  {
    id: 'formats',
    judge: ({ schema }) => {
      if (typeof schema.format !== 'string') return undefined;
      if (!FORMATS.includes(schema.format))
        return `format ${schema.format} is not one that every validator knows; use one of ${FORMATS.join(', ')}`;
      return schema.format === 'date-time' && typeof schema.pattern !== 'string'
        ? 'a date-time lacks the pattern for seconds and offset; refer to Instant'
        : undefined;
    },
  },
  {
    id: 'closed',
    judge: ({ schema }) =>
      schema.type === 'object' && !('additionalProperties' in schema)
        ? 'an object does not say whether it is closed; write additionalProperties: false'
        : undefined,
  },
];
