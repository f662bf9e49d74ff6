import {
  type Contract,
  fromContract,
  nameIn,
  nameOf,
  type PlainSchema,
  type Registry,
  type RequirementEntry,
  ROLES,
  type Role,
  renamed,
  type Text,
} from '@openwaybill/schemas';
import { code, type Inline, joined, type Language, type Span } from './block.ts';
import type { PortalOptions } from './options.ts';
import type { Kind } from './words.ts';

/** Where a message is sent: by what, as what, from whom to whom. */
export type Use = {
  readonly kind: 'operations' | 'events';
  readonly by: string;
  readonly as: 'request' | 'answer' | 'event';
  readonly module: string;
  readonly since: string;
  readonly from: readonly Role[];
  readonly to: readonly Role[];
};

/** What every page is made from. */
export type Site = {
  readonly registry: Registry;
  readonly options: PortalOptions;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** Names of the schemas that refer to a schema. */
  readonly partOf: ReadonlyMap<string, readonly string[]>;
  /** Requirements by what they are about. */
  readonly requirementsAbout: ReadonlyMap<string, readonly RequirementEntry[]>;
  readonly requirement: ReadonlyMap<string, RequirementEntry>;
  /** Path of the page of a name, whatever its kind. */
  readonly pathOf: ReadonlyMap<string, string>;
  /** What the release before said of a schema, under names of this version. */
  readonly before: ReadonlyMap<string, string> | undefined;
};

const grouped = <T>(items: Iterable<T>, keys: (item: T) => readonly string[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
};

const usesIn = ({ operations, events }: Registry): Map<string, Use[]> => {
  const uses = new Map<string, Use[]>();
  const add = (schema: { readonly $id?: string } | undefined, use: Use): void => {
    if (schema === undefined) return;
    const name = nameOf(schema as never);
    uses.set(name, [...(uses.get(name) ?? []), use]);
  };
  for (const { name, module, since, request, answer, calledBy, servedBy } of operations) {
    const use = { kind: 'operations', by: name, module, since } as const;
    add(request, { ...use, as: 'request', from: calledBy, to: servedBy });
    add(answer.body, { ...use, as: 'answer', from: servedBy, to: calledBy });
  }
  for (const { type, module, since, data, from, to } of events)
    add(data, { kind: 'events', by: type, module, since, as: 'event', from, to });
  return uses;
};

/** Names that a schema refers to. */
const referredBy = (schema: unknown): readonly string[] => [
  ...new Set(
    [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, id]) => nameIn(id ?? '')),
  ),
];

const pathsOf = (
  {
    registry,
    policy,
    scenarios,
    crosswalks,
  }: Pick<PortalOptions, 'policy' | 'scenarios' | 'crosswalks'> & {
    readonly registry: Registry;
  },
  uses: ReadonlyMap<string, readonly Use[]>,
): Map<string, string> => {
  const lists = new Set(registry.codeLists.map(({ name }) => name));
  const of = (kind: Kind, names: readonly string[]) =>
    names.map((name) => [name, `${kind}/${name}`] as const);
  return new Map([
    ...of(
      'scenarios',
      scenarios.map(({ id }) => id),
    ),
    ...of('crosswalks', crosswalks.map(crosswalkName)),
    ...of(
      'clauses',
      policy.clauses.map(({ id }) => id),
    ),
    ...registry.lifecycles.map(
      ({ entity }) => [`lifecycle ${entity}`, `lifecycles/${entity}`] as const,
    ),
    ...[...homesOf(registry)].map(({ name }) => [`module ${name}`, `modules/${name}`] as const),
    ...of('problems', Object.keys(registry.problems)),
    ...of(
      'requirements',
      registry.requirements.map(({ id }) => id),
    ),
    ...of(
      'events',
      registry.events.map(({ type }) => type),
    ),
    ...registry.operations.flatMap(({ name, operationId }) => [
      [name, `operations/${name}`] as const,
      [operationId, `operations/${name}`] as const,
    ]),
    ...[...registry.schemas.keys()].map(
      (name) =>
        [
          name,
          `${lists.has(name) ? 'codes' : uses.has(name) ? 'messages' : 'types'}/${name}`,
        ] as const,
    ),
  ]);
};

/** The name of the page of a crosswalk: a code means nothing without vocabulary and version. */
export const crosswalkName = ({
  vocabulary,
  version,
}: {
  vocabulary: string;
  version: string;
}): string => `${vocabulary}-${version}`;

/** A module, a concern or the vocabulary: what a definition belongs to. */
export type Home = {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly clauses: readonly string[];
  readonly conformanceClass?: string;
  readonly is: 'module' | 'concern' | 'vocabulary';
};

/** Everything that a definition may belong to, in the order of the document. */
export const homesOf = ({ modules, concerns }: Registry): readonly Home[] => [
  ...modules.map((one) => ({ ...one, is: 'module' as const })),
  ...concerns.map((one) => ({ ...one, is: 'concern' as const })),
  {
    name: 'vocabulary',
    title: { en: 'Vocabulary', zh: '词汇' },
    description: {
      en: 'Words, parts and code lists that several modules use.',
      zh: '多个模块共用的词汇、组成部分与代码表。',
    },
    clauses: [],
    is: 'vocabulary',
  },
];

/** All that pages are made from, looked up once. */
export const siteOf = (contract: Contract, options: PortalOptions): Site => {
  const registry = fromContract(contract);
  const uses = usesIn(registry);
  const { previous } = options;
  const before =
    previous === undefined
      ? undefined
      : new Map(
          Object.entries(renamed(previous, previous.version, contract.version).schemas).map(
            ([name, { schema }]) => [name, JSON.stringify(schema)],
          ),
        );
  return {
    registry,
    options,
    uses,
    partOf: new Map(
      [
        ...grouped(registry.schemas.values(), ({ schema, name }) =>
          referredBy(schema).filter((one) => one !== name),
        ),
      ].map(([name, entries]) => [name, entries.map((entry) => entry.name)]),
    ),
    requirementsAbout: grouped(registry.requirements, ({ about }) =>
      about === undefined ? [] : [about],
    ),
    requirement: new Map(registry.requirements.map((one) => [one.id, one])),
    pathOf: pathsOf({ registry, ...options }, uses),
    before,
  };
};

/** A name as code, with a link where there is a page of it. */
export const named = (site: Site, name: string, key = name): Span =>
  code(name, site.pathOf.get(key));

/** A title with a link to the page of a module, a concern or the vocabulary. */
export const homeLink = (site: Site, name: string, language: Language): Inline => {
  const home = homesOf(site.registry).find((one) => one.name === name);
  return home === undefined ? name : { text: home.title[language], to: `modules/${name}` };
};

/** A sentence of the standard: what stands in backticks is code, with a link where it has a page. */
export const prose = (site: Site, text: string): Inline =>
  text.split('`').map((piece, at) => (at % 2 === 0 ? piece : named(site, piece)));

/** Names of roles. */
export const rolesText = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => ROLES[role][language]).join(language === 'zh' ? '、' : ', ');

/** From whom to whom; a long list of roles is cut to a count. */
export const directionText = (
  from: readonly Role[],
  to: readonly Role[],
  language: Language,
): string =>
  [from, to]
    .map((roles) =>
      roles.length > 4
        ? `${rolesText(roles.slice(0, 3), language)}${language === 'zh' ? ` 等 ${roles.length} 个角色` : ` and ${roles.length - 3} more roles`}`
        : rolesText(roles, language),
    )
    .join(' → ');

/** The words of a schema in a language; empty where it has none. */
export const schemaText = (
  schema: PlainSchema,
  keyword: 'title' | 'description',
  language: Language,
): string => String((language === 'zh' ? schema[`x-${keyword}-zh`] : schema[keyword]) ?? '');

/** A keyword of a schema in both languages. */
export const schemaWords = (schema: PlainSchema, keyword: 'title' | 'description'): Text => ({
  en: schemaText(schema, keyword, 'en'),
  zh: schemaText(schema, keyword, 'zh'),
});

/** Links with commas between them. */
export const linksTo = (site: Site, names: readonly string[], language: Language): Inline =>
  joined(
    names.map((name) => named(site, name)),
    language === 'zh' ? '、' : ', ',
  );
