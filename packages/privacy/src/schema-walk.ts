import type { Privacy, Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';

/** The `x-privacy` of a schema. */
export const privacyOf = (schema: JsonSchema): Privacy | undefined =>
  schema['x-privacy'] as Privacy | undefined;

/** The name in the `$id` of a schema. */
export const nameIn = (id: string): string => id.slice(id.lastIndexOf('/') + 1, -'.json'.length);

/**
 * What a schema refers to, with the annotations that stand beside the reference: the same word may be public in one
 * message and personal in another, and what stands at the reference decides. A union is resolved by the value.
 */
export const target = (
  schema: JsonSchema,
  value: unknown,
  registry: Pick<Registry, 'schemas'>,
): JsonSchema | undefined => {
  if (typeof schema.$ref === 'string') {
    const referred = registry.schemas.get(nameIn(schema.$ref))?.schema;
    if (referred === undefined) return undefined;
    const { $ref: _, ...annotations } = schema;
    const privacy = privacyOf(schema);
    return target(
      {
        ...referred,
        ...annotations,
        ...(privacy === undefined ? {} : { 'x-privacy': { ...privacyOf(referred), ...privacy } }),
      },
      value,
      registry,
    );
  }
  const discriminator = schema.discriminator as
    | { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> }
    | undefined;
  if (discriminator?.mapping === undefined) return schema;
  const code = (value as Readonly<Record<string, unknown>> | null)?.[discriminator.propertyName];
  const branch = typeof code === 'string' ? discriminator.mapping[code] : undefined;
  return branch === undefined ? undefined : target({ $ref: branch }, value, registry);
};
