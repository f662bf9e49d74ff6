/** What a lint of the standard found: where, what was seen, what was wanted and what to do. */
export type Finding = {
  readonly rule: string;
  /** Name of the schema, operation, requirement or list. */
  readonly about: string;
  readonly pointer: string;
  readonly message: string;
};

/** A schema as plain data, whatever built it. */
export type Schema = { readonly [keyword: string]: unknown };

/** One place of a schema: the schema there, and the member's name where it is one. */
export type Place = {
  readonly pointer: string;
  readonly schema: Schema;
  readonly member: string | undefined;
};

/** Every subschema of a wire schema, itself first. References are not followed: what they name is linted by itself. */
export function* placesOf(
  schema: Schema,
  pointer = '',
  member?: string,
): Generator<Place, void, undefined> {
  yield { pointer, schema, member };
  const { properties, items, oneOf, allOf } = schema as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
    readonly oneOf?: readonly Schema[];
    readonly allOf?: readonly Schema[];
  };
  for (const [name, value] of Object.entries(properties ?? {}))
    yield* placesOf(value, `${pointer}/properties/${name}`, name);
  if (items !== undefined) yield* placesOf(items, `${pointer}/items`);
  for (const [index, value] of (oneOf ?? []).entries())
    yield* placesOf(value, `${pointer}/oneOf/${index}`);
  for (const [index, value] of (allOf ?? []).entries())
    yield* placesOf(value, `${pointer}/allOf/${index}`);
}
