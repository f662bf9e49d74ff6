import type { Registry, SchemaEntry } from '@openwaybill/schemas';

/** The schema of a name that the emitters rely on. Throws where the registry has none. */
export const schemaNamed = (registry: Registry, name: string): SchemaEntry['schema'] => {
  const entry = registry.schemas.get(name);
  if (entry === undefined)
    throw new Error(
      `There is no schema ${name}, which is emitted from. The vocabulary exports it: restore it there.`,
    );
  return entry.schema;
};
