import { POLICY, type ViewName } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { dereference, type Schemas } from '../schema-walk.ts';

type Tree = 'whole' | { readonly [member: string]: Tree };

/** `region.regionCode` as a tree of members; a member that a path ends at is taken whole, and no path takes nothing. */
const treeOf = (paths: readonly string[]): Tree =>
  Object.fromEntries(
    [...new Set(paths.map((path) => path.split('.')[0] ?? ''))].map((head) => [
      head,
      paths.includes(head)
        ? 'whole'
        : treeOf(
            paths.flatMap((path) =>
              path.startsWith(`${head}.`) ? [path.slice(head.length + 1)] : [],
            ),
          ),
    ]),
  );

const narrowed = (written: JsonSchema, tree: Tree, registry: Schemas): JsonSchema => {
  if (tree === 'whole') return written;
  const schema = dereference(written, registry);
  const members = (schema?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const { $id: _, properties: __, required, ...rest } = schema ?? {};
  const kept = Object.entries(members).filter(([name]) => Object.hasOwn(tree, name));
  const missing = Object.keys(tree).filter((name) => !Object.hasOwn(members, name));
  if (missing.length > 0) throw new Error(`the source schema has no ${missing.join(', ')}`);
  return {
    ...rest,
    type: 'object',
    additionalProperties: false,
    required: ((required ?? []) as readonly string[]).filter((name) => Object.hasOwn(tree, name)),
    properties: Object.fromEntries(
      kept.map(([name, member]) => [name, narrowed(member, tree[name] ?? {}, registry)]),
    ),
  };
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The members of a view; of a reveal only those of the fields that its purpose grants. */
const membersOf = (view: ViewName, members: readonly string[] | undefined): readonly string[] => {
  const all: readonly string[] = POLICY.views[view].members;
  return members === undefined ? all : all.filter((member) => members.includes(member));
};

/**
 * The closed schema of a view: `ConsigneeRouting` is what `Consignee` is in the view `routing`, and has no other member.
 * Its name is one of the policy, for a word of the wire may have the same.
 */
export const projectSchema = (
  source: JsonSchema,
  view: ViewName,
  registry: Schemas,
  members?: readonly string[],
): JsonSchema => {
  return {
    ...narrowed(source, treeOf(membersOf(view, members)), registry),
    $id: String(source.$id)
      .replace('/schemas/', '/policy/')
      .replace(/\.json$/, `${capitalised(view)}.json`),
  };
};

const picked = (value: unknown, tree: Tree): unknown => {
  if (tree === 'whole') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const below = Object.hasOwn(tree, name) ? tree[name] : undefined;
      const kept = below === undefined ? undefined : picked(member, below);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
};

/** The members of a person that a view has, and no other; `beside` are members that are not about the person. */
export const projectValue = (
  value: Readonly<Record<string, unknown>>,
  view: ViewName,
  beside: readonly string[] = [],
): Readonly<Record<string, unknown>> =>
  picked(value, treeOf([...POLICY.views[view].members, ...beside])) as Readonly<
    Record<string, unknown>
  >;
