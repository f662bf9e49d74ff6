import type { Registry, SchemaEntry } from '@openwaybill/schemas';
import { LateMap } from './late-map.ts';

/** A schema of the registry, by its name: so that the same schema is the same object again. */
type Use = { readonly use: string };

const isUse = (value: unknown): value is Use =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'use';

/** Examples of operations and events stand with their schemas, too; they are kept there. */
const bare = <T extends { readonly examples?: unknown }>(one: T) => ({ ...one, examples: {} });

/** Everything of a registry but its schemas. */
type Others = Omit<Registry, 'schemas'>;

/** Which line has what: first the names of the parts, then those of the schemas. */
type Names = { readonly parts: readonly (keyof Others)[]; readonly schemas: readonly string[] };

/**
 * The registry as a text: one line of names, one line a part, and one line a schema. It is read in a fraction of the
 * time that the definitions take to run.
 */
export const freeze = (registry: Registry): string => {
  const entries = [...registry.schemas.values()];
  const uses = new Map<unknown, string>(entries.map(({ name, schema }) => [schema, name]));
  const { schemas: _, ...rest } = registry;
  const others: Others = {
    ...rest,
    operations: registry.operations.map(bare),
    events: registry.events.map(bare),
  };
  const parts = Object.keys(others) as (keyof Others)[];
  const names: Names = { parts, schemas: entries.map(({ name }) => name) };
  const partLines = parts.map((part) =>
    JSON.stringify(others[part], (_, value) => {
      const use = uses.get(value);
      return use === undefined ? value : { use };
    }),
  );
  const lines = [names, ...entries].map((one) => JSON.stringify(one));
  return [lines[0], ...partLines, ...lines.slice(1)].join('\n');
};

const LINE_FEED = 0x0a;

/** What stands in each line; a line is decoded when it is asked for, and most never are. */
const linesOf = (bytes: Uint8Array): ((at: number) => unknown) => {
  const starts = [0];
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1))
    starts.push(at + 1);
  starts.push(bytes.length + 1);
  const decoder = new TextDecoder();
  return (at) => {
    const [start = 0, next = 0] = starts.slice(at, at + 2);
    return JSON.parse(decoder.decode(bytes.subarray(start, next - 1)));
  };
};

/** The same with a member that is made when it is asked for; a spread would ask for it. */
const late = <T extends object, K extends keyof T>(
  given: T,
  key: K,
  make: (value: T[K]) => T[K],
): T =>
  given[key] === undefined
    ? given
    : Object.defineProperty({ ...given }, key, {
        enumerable: true,
        configurable: true,
        get: () => make(given[key]),
      });

/** The registry of such a text. A part or a schema is read when it is asked for. */
export const thaw = (bytes: Uint8Array): Registry => {
  const lineAt = linesOf(bytes);
  const names = lineAt(0) as Names;
  const firstSchema = 1 + names.parts.length;
  const schemas = new LateMap<SchemaEntry>(
    names.schemas,
    (at) => lineAt(firstSchema + at) as SchemaEntry,
  );
  const whole = <T>(value: T): T => (isUse(value) ? (schemas.get(value.use)?.schema as T) : value);
  const operationOf = (one: Others['operations'][number]) =>
    late({ ...one, answer: late(one.answer, 'body', whole) }, 'request', whole);
  const eventOf = (event: Others['events'][number]) => late(event, 'data', whole);
  const partOf = (part: keyof Others, value: unknown): unknown =>
    part === 'operations'
      ? (value as Others['operations']).map(operationOf)
      : part === 'events'
        ? (value as Others['events']).map(eventOf)
        : value;
  const parts = new LateMap<unknown>(names.parts, (at) =>
    partOf(names.parts[at] as keyof Others, lineAt(1 + at)),
  );
  const registry: Partial<Registry> & Pick<Registry, 'schemas'> = { schemas };
  for (const part of names.parts)
    Object.defineProperty(registry, part, { enumerable: true, get: () => parts.get(part) });
  return registry as Registry;
};
