import { nameOf, type Registry } from '@openwaybill/schemas';

/** A title as the key of an example: letters, digits and hyphens. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The valid examples of a schema, as the media type that carries it wants them; nothing where there are none. */
export const examplesOf = (
  registry: Registry,
  schema: { readonly $id?: string },
): Readonly<Record<string, { readonly summary: string; readonly value: unknown }>> =>
  Object.fromEntries(
    Object.entries(registry.schemas.get(nameOf(schema as never))?.examples.valid ?? {}).map(
      ([title, value]) => [slug(title), { summary: title, value }],
    ),
  );
