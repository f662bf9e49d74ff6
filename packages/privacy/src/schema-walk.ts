import { nameIn, type Privacy, type Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';

/** The schemas that references are looked up in. */
export type Schemas = Pick<Registry, 'schemas'>;

/** The `x-privacy` of a schema. */
export const privacyOf = (schema: JsonSchema): Privacy | undefined =>
  schema['x-privacy'] as Privacy | undefined;

const resolve = (schema: JsonSchema, registry: Schemas): JsonSchema | undefined => {
  if (typeof schema.$ref !== 'string') return schema;
  const referred = registry.schemas.get(nameIn(schema.$ref))?.schema;
  if (referred === undefined) return undefined;
  const { $ref: _, ...annotations } = schema;
  const privacy = privacyOf(schema);
  return resolve(
    {
      ...referred,
      ...annotations,
      ...(privacy === undefined ? {} : { 'x-privacy': { ...privacyOf(referred), ...privacy } }),
    },
    registry,
  );
};

/** What was resolved before: schemas never change, and a value of a thousand lines refers to a few of them. */
const resolved = new WeakMap<
  Schemas,
  WeakMap<JsonSchema, { readonly to: JsonSchema | undefined }>
>();

/**
 * What a schema refers to, with the annotations that stand beside the reference: the same word may be public in one
 * message and personal in another, and what stands at the reference decides.
 */
export const dereference = (schema: JsonSchema, registry: Schemas): JsonSchema | undefined => {
  if (typeof schema.$ref !== 'string') return schema;
  let ofRegistry = resolved.get(registry);
  if (ofRegistry === undefined) {
    ofRegistry = new WeakMap();
    resolved.set(registry, ofRegistry);
  }
  const known = ofRegistry.get(schema);
  if (known !== undefined) return known.to;
  const to = resolve(schema, registry);
  ofRegistry.set(schema, { to });
  return to;
};

/** The branches of a discriminated union, by code; nothing where there is no union. */
export const branchesOf = (
  schema: JsonSchema,
):
  | { readonly member: string; readonly schemas: Readonly<Record<string, JsonSchema>> }
  | undefined => {
  const discriminator = schema.discriminator as
    | { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> }
    | undefined;
  if (discriminator === undefined) return undefined;
  return {
    member: discriminator.propertyName,
    schemas: Object.fromEntries(
      Object.entries(discriminator.mapping ?? {}).map(([code, $ref]) => [code, { $ref }]),
    ),
  };
};

/** The schema that a value is an instance of: references are followed, and a union is resolved by the value. */
export const target = (
  written: JsonSchema,
  value: unknown,
  registry: Schemas,
): JsonSchema | undefined => {
  const schema = dereference(written, registry);
  const branches = schema === undefined ? undefined : branchesOf(schema);
  if (branches === undefined) return schema;
  const code = (value as Readonly<Record<string, unknown>> | null)?.[branches.member];
  const branch =
    typeof code === 'string' && Object.hasOwn(branches.schemas, code)
      ? branches.schemas[code]
      : undefined;
  return branch === undefined ? undefined : target(branch, value, registry);
};
