import { nameIn, type Registry } from '@openwaybill/schemas';

/** What a wire fault reads of a schema. */
export type WireSchema = Readonly<Record<string, unknown>> & {
  readonly $id?: string;
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, WireSchema>>;
  readonly required?: readonly string[];
  readonly items?: WireSchema;
  readonly additionalProperties?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly 'x-unit'?: string;
  readonly 'x-privacy'?: { readonly kind?: string };
};

/** One place of a message: a member, every item of a list (`*`), or the message itself. */
export type Place = {
  readonly path: readonly string[];
  readonly schema: WireSchema;
  readonly isRequired: boolean;
  /** The schemas with a name that hold it, the innermost last, each with the path that leads to it. */
  readonly holders: readonly Holder[];
};

export type Holder = { readonly name: string; readonly path: readonly string[] };

/** Every item of a list, in a path. */
export const EVERY = '*';

/** Deeper than any message of the standard; a schema that holds itself ends here. */
const DEEPEST = 8;

/** A schema with what its reference adds. */
const resolved = (registry: Registry, schema: WireSchema): WireSchema => {
  if (schema.$ref === undefined) return schema;
  const target = registry.schemas.get(nameIn(schema.$ref))?.schema as WireSchema | undefined;
  if (target === undefined) return schema;
  const { $ref: _followed, ...own } = schema;
  return { ...resolved(registry, target), ...own };
};

function* walk(registry: Registry, place: Place): Generator<Place> {
  yield place;
  const { path, schema } = place;
  const holders =
    schema.$id === undefined
      ? place.holders
      : [...place.holders, { name: nameIn(schema.$id), path }];
  if (path.length >= DEEPEST) return;
  if (schema.items !== undefined)
    yield* walk(registry, {
      path: [...path, EVERY],
      schema: resolved(registry, schema.items),
      isRequired: false,
      holders,
    });
  for (const [name, member] of Object.entries(schema.properties ?? {}))
    yield* walk(registry, {
      path: [...path, name],
      schema: resolved(registry, member),
      isRequired: schema.required?.includes(name) ?? false,
      holders,
    });
}

/** Every place of a message, itself first. */
export const placesOf = (registry: Registry, message: string): readonly Place[] => {
  const entry = registry.schemas.get(message);
  if (entry === undefined) throw new Error(`the registry has no schema ${message}`);
  return [
    ...walk(registry, {
      path: [],
      schema: entry.schema as WireSchema,
      isRequired: true,
      holders: [],
    }),
  ];
};

/** The place as a fault's id names it: RFC 6901, with `*` for every item. */
export const pointerOf = (path: readonly string[]): string =>
  path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
