import { isAtLeast, type Privacy, type Registry } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { dereference, privacyOf } from '../schema-walk.ts';

/** What members of one name are, wherever the standard has them: a plain value of one kind, and nothing else. */
export type PersonalMembers = ReadonlyMap<string, Privacy['kind']>;

const UNCLEAR = 'unclear';

const cache = new WeakMap<Pick<Registry, 'schemas'>['schemas'], PersonalMembers>();

/**
 * Members by parent and name, such as `contact/name`, that the standard has for plain personal values alone. A name
 * that is of a person here and of an organisation there is left out.
 */
export const personalMembers = (registry: Pick<Registry, 'schemas'>): PersonalMembers => {
  const known = cache.get(registry.schemas);
  if (known !== undefined) return known;
  const kinds = new Map<string, Privacy['kind'] | typeof UNCLEAR>();
  const take = (place: string, privacy: Privacy | undefined): void => {
    const isPlain =
      privacy !== undefined && privacy.mask === undefined && isAtLeast(privacy.class, 'personal');
    const kind = isPlain ? privacy.kind : UNCLEAR;
    const before = kinds.get(place);
    kinds.set(place, before === undefined || before === kind ? kind : UNCLEAR);
  };
  const walk = (written: JsonSchema, parent: string, seen: readonly string[]): void => {
    const ref = typeof written.$ref === 'string' ? written.$ref : undefined;
    if (ref !== undefined && seen.includes(ref)) return;
    const schema = dereference(written, registry);
    if (schema === undefined) return;
    const path = ref === undefined ? seen : [...seen, ref];
    const items = schema.items as JsonSchema | undefined;
    if (items !== undefined) walk(items, parent, path);
    for (const [name, member] of Object.entries(
      (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>,
    )) {
      const described = dereference(member, registry);
      if (described?.properties === undefined && described?.items === undefined)
        take(`${parent}/${name}`, described === undefined ? undefined : privacyOf(described));
      else walk(member, name, path);
    }
  };
  for (const { schema } of registry.schemas.values()) walk(schema as JsonSchema, '', []);
  const members: PersonalMembers = new Map(
    [...kinds].flatMap(([place, kind]) => (kind === UNCLEAR ? [] : [[place, kind] as const])),
  );
  cache.set(registry.schemas, members);
  return members;
};
