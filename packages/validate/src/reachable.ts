import { nameIn } from '@openwaybill/schemas';
import type { SchemaTable } from './arbitrary.ts';
import type { JsonSchema } from './receiver-form.ts';

const refsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([keyword, each]) =>
    keyword === '$ref' && typeof each === 'string' ? [nameIn(each)] : refsIn(each),
  );
};

/** The schemas of a table that one refers to, however far: what is needed to compile it, and no more. */
export const reachable = (schemas: SchemaTable, from: JsonSchema): SchemaTable => {
  const found = new Map<string, JsonSchema>();
  const waiting = [...refsIn(from)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = schemas.get(name);
    if (schema === undefined || found.has(name)) continue;
    found.set(name, schema);
    waiting.push(...refsIn(schema));
  }
  return found;
};
