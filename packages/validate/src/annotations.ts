import type { JsonSchema } from './receiver-form.ts';

/** Every keyword that says something about a schema and constrains nothing. Any other unknown keyword is a mistake. */
export const ANNOTATIONS = [
  'title',
  'description',
  'examples',
  'deprecated',
  'x-title-zh',
  'x-description-zh',
  'x-privacy',
  'x-check',
  'x-region',
  'x-extensible',
  'x-fallback',
  'x-since',
  'x-sunset',
  'x-replaced-by',
  'x-clause',
  'x-unit',
  'x-source',
  'x-enum-varnames',
  'x-enum-descriptions',
  'x-codegen-name',
] as const;

const NAMES: ReadonlySet<string> = new Set(ANNOTATIONS);

const strip = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(strip)
    : typeof value === 'object' && value !== null
      ? stripAnnotations(value as JsonSchema)
      : value;

/** The constraints alone. What stands under `properties` are members and no keywords, whatever their names. */
export const stripAnnotations = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !NAMES.has(keyword))
      .map(([keyword, value]) => [
        keyword,
        keyword === 'properties'
          ? Object.fromEntries(
              Object.entries(value as JsonSchema).map(([name, member]) => [name, strip(member)]),
            )
          : strip(value),
      ]),
  );
