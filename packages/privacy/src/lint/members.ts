import { nameIn } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { branchesOf, dereference, privacyOf, type Schemas } from '../schema-walk.ts';

/** A member of a schema, or the schema itself where it is a word. */
export type Member = {
  /** The property's name; of an item, the name of its list; of a word, its own. */
  readonly name: string;
  readonly pointer: string;
  /** With what it refers to. */
  readonly schema: JsonSchema;
  readonly isLeaf: boolean;
  /** Refers to a word and says nothing of its own about privacy: what is wrong is the word's fault. */
  readonly isInherited: boolean;
};

/** `within`: the schema as it is written. `through`: also everything that it refers to, as a message has it. */
type Depth = 'within' | 'through';

/** Every member of a schema. A schema that is met inside of itself is not entered again. */
export function* membersOf(
  written: JsonSchema,
  name: string,
  registry: Schemas,
  depth: Depth,
  pointer = '',
  inside: readonly string[] = [],
): Generator<Member> {
  const schema = dereference(written, registry);
  if (schema === undefined) return;
  const { properties, items } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly items?: JsonSchema;
  };
  const branches = branchesOf(schema);
  const isLeaf = properties === undefined && items === undefined && branches === undefined;
  const refersTo = typeof written.$ref === 'string' ? nameIn(written.$ref) : undefined;
  const isInherited = refersTo !== undefined && privacyOf(written) === undefined;
  yield { name, pointer, schema, isLeaf, isInherited };

  if (refersTo !== undefined && (depth === 'within' || inside.includes(refersTo))) return;
  const path = refersTo === undefined ? inside : [...inside, refersTo];
  const step = depth === 'within' ? { properties: '/properties', items: '/items' } : undefined;
  for (const [each, member] of Object.entries(properties ?? {}))
    yield* membersOf(
      member,
      each,
      registry,
      depth,
      `${pointer}${step?.properties ?? ''}/${each}`,
      path,
    );
  if (items !== undefined)
    yield* membersOf(items, name, registry, depth, `${pointer}${step?.items ?? '/-'}`, path);
  if (branches !== undefined)
    for (const branch of Object.values(branches.schemas))
      yield* membersOf(branch, name, registry, depth, pointer, path);
}
