import type { Registry, SchemaEntry } from '@openwaybill/schemas';
import { LateMap } from './late-map.ts';

/** A schema of the registry, by its name: so that the same schema is the same object again. */
type Use = { readonly use: string };

const isUse = (value: unknown): value is Use =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'use';

/** Examples of operations and events stand with their schemas, too; they are kept there. */
const bare = <T extends { readonly examples?: unknown }>(one: T) => ({ ...one, examples: {} });

/**
 * The registry as a text: one line of names and everything but schemas, then one line a schema. It is read in a
 * fraction of the time that the definitions take to run.
 */
export const freeze = (registry: Registry): string => {
  const entries = [...registry.schemas.values()];
  const names = new Map<unknown, string>(entries.map(({ name, schema }) => [schema, name]));
  const others = {
    ...registry,
    operations: registry.operations.map(bare),
    events: registry.events.map(bare),
    schemas: entries.map(({ name }) => name),
  };
  const first = JSON.stringify(others, (_, value) => {
    const use = names.get(value);
    return use === undefined ? value : { use };
  });
  return [first, ...entries.map((entry) => JSON.stringify(entry))].join('\n');
};

/** The registry of such a text. A schema is read when it is asked for. */
export const thaw = (text: string): Registry => {
  const [first = '', ...lines] = text.split('\n');
  const others: Omit<Registry, 'schemas'> & { readonly schemas: readonly string[] } =
    JSON.parse(first);
  const schemas = new LateMap<SchemaEntry>(others.schemas, (at) => JSON.parse(lines[at] ?? ''));
  const whole = <T>(value: T): T => (isUse(value) ? (schemas.get(value.use)?.schema as T) : value);
  return {
    ...others,
    schemas,
    operations: others.operations.map((one) => {
      const { request, answer } = one;
      const { body } = answer;
      return {
        ...one,
        ...(request === undefined
          ? {}
          : {
              get request() {
                return whole(request);
              },
            }),
        answer: {
          ...answer,
          ...(body === undefined
            ? {}
            : {
                get body() {
                  return whole(body);
                },
              }),
        },
      };
    }),
    events: others.events.map((event) => ({
      ...event,
      get data() {
        return whole(event.data);
      },
    })),
  };
};
