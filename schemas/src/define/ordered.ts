import type { TSchema } from '@sinclair/typebox';

/** A JSON Schema as plain data, without the symbols of the library that built it. */
export type PlainSchema = { readonly [keyword: string]: unknown };

/** Keywords that stand first, in this order; the others follow in the order of their code units. */
const FIRST = ['$schema', '$id', 'title', 'description', 'type'];

const isObject = (value: unknown): value is PlainSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rank = (keyword: string): number => {
  const place = FIRST.indexOf(keyword);
  return place < 0 ? FIRST.length : place;
};

const byRank = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);

const orderedValue = (keyword: string, value: unknown, schema: PlainSchema): unknown => {
  switch (keyword) {
    case 'properties':
    case '$defs':
      return isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, each]) => [name, orderedSchema(each as PlainSchema)]),
          )
        : value;
    case 'items':
    case 'additionalProperties':
    case 'propertyNames':
      return isObject(value) ? orderedSchema(value) : value;
    case 'oneOf':
      return Array.isArray(value) ? value.map((each) => orderedSchema(each)) : value;
    case 'required': {
      const places = Object.keys((schema.properties ?? {}) as object);
      return Array.isArray(value)
        ? value.toSorted((a, b) => places.indexOf(a) - places.indexOf(b))
        : value;
    }
    default:
      return value;
  }
};

/** The same schema in the one order of keywords that every published file has. */
export const orderedSchema = (schema: TSchema | PlainSchema): PlainSchema =>
  Object.fromEntries(
    Object.keys(schema)
      .filter((keyword) => schema[keyword] !== undefined)
      .toSorted(byRank)
      .map((keyword) => [keyword, orderedValue(keyword, schema[keyword], schema)]),
  );
