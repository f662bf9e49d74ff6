import {
  type Contract,
  FIRST_MINOR,
  nameIn,
  problemSetOf,
  type Registry,
} from '@openwaybill/schemas';
import { receiverForm } from '@openwaybill/validate';
import { placesOf, type Schema } from '../finding.ts';
import { type Found, found, type LintRule } from '../rule.ts';

/** Codes are UPPER_SNAKE; names of the standard's own things (roles, modules) are kebab-case, all of a list. */
const areWellNamed = (codes: readonly string[]): boolean =>
  codes.every((code) => /^[A-Z][A-Z0-9_]*$/.test(code)) ||
  codes.every((code) => /^[a-z][a-z0-9-]*$/.test(code));

const problems = (registry: Registry): readonly Found[] => {
  const known = new Set(Object.keys(registry.problems));
  const answered = new Set<string>(
    registry.operations.flatMap((operation) =>
      problemSetOf({
        ...operation,
        problems: operation.problems.filter((code) => known.has(code)),
      }),
    ),
  );
  return [
    ...registry.operations.flatMap(({ name, problems }) =>
      problems
        .filter((code) => !known.has(code))
        .map((code) => found(name, '/problems', `${code} is no problem of the closed table`)),
    ),
    ...[...known]
      .filter((code) => !answered.has(code))
      .map((code) => found(code, '', 'no operation answers it; let one name it, or drop it')),
  ];
};

/** A lifecycle in which every state is reached, every state that does not end is left, and every row is about states. */
const lifecycles = (registry: Registry): readonly Found[] =>
  registry.lifecycles.flatMap(({ entity, states, transitions }) => {
    const names = Object.keys(states);
    const isState = new Set(names);
    const reached = new Set(transitions.map(({ to }) => to as string));
    const left = new Set(
      transitions
        .filter(({ to }) => to !== 'SAME')
        .flatMap(({ from }) => from as readonly string[]),
    );
    return [
      ...transitions.flatMap(({ on, from, to }) =>
        [...(from as readonly string[]), to as string]
          .filter((state) => state !== 'SAME' && !isState.has(state))
          .map((state) =>
            found(entity, `/transitions/${on}`, `${state} is no state; name one of the table`),
          ),
      ),
      ...names
        .filter((state) => !reached.has(state))
        .map((state) =>
          found(entity, `/states/${state}`, 'no transition leads here; add one or drop the state'),
        ),
      ...names
        .filter((state) => states[state]?.terminal !== true && !left.has(state))
        .map((state) =>
          found(entity, `/states/${state}`, 'it is not terminal and nothing leads out; say which'),
        ),
    ];
  });

/** Names of schemas that schemas, operations and events refer to and that are not there. */
const references = (registry: Registry): readonly Found[] => {
  const lost = (about: string, pointer: string, id: unknown): readonly Found[] =>
    typeof id !== 'string' || registry.schemas.has(nameIn(id))
      ? []
      : [found(about, pointer, `${id} leads nowhere; export the schema, or refer to another`)];
  return [
    ...[...registry.schemas.values()].flatMap(({ name, schema }) =>
      [...placesOf(schema as unknown as Schema)].flatMap((place) =>
        lost(name, place.pointer, place.schema.$ref),
      ),
    ),
    ...registry.operations.flatMap(({ name, request, answer, lifecycle }) => [
      ...lost(name, '/request', request?.$id),
      ...lost(name, '/answer', answer.body?.$id),
      ...(lifecycle === undefined || registry.lifecycles.some(({ entity }) => entity === lifecycle)
        ? []
        : [
            found(
              name,
              '/lifecycle',
              `there is no lifecycle ${lifecycle}; define it or name another`,
            ),
          ]),
    ]),
    ...registry.events.flatMap(({ type, data }) => lost(type, '/data', data.$id)),
    ...registry.requirements
      .filter(({ text }) => /https?:\/\//.test(text.en + text.zh))
      .map(({ id }) =>
        found(id, '/text', 'a sentence that binds links to a host; name the source'),
      ),
  ];
};

/** Every code with the minor since which it exists: the first one, where it names none. */
const codesOf = (
  lists: Registry['codeLists'] | Contract['codeLists'],
): readonly (readonly [string, string])[] =>
  lists.flatMap(({ name, codes }) =>
    Object.entries(codes).map(
      ([code, { since = FIRST_MINOR }]) => [`${name} ${code}`, since] as const,
    ),
  );

/** Where the versions since which something exists are no versions up to the working one. */
const since = (registry: Registry, previous: Contract | undefined): readonly Found[] => {
  const [major = 0, minor = 0] = registry.version.split('.').map(Number);
  const isSoFar = (version: string): boolean => {
    const found = /^(\d+)\.(\d+)$/.exec(version);
    const [atMajor = Number.NaN, atMinor = 0] = found?.slice(1).map(Number) ?? [];
    return atMajor < major || (atMajor === major && atMinor <= minor);
  };
  const entries: readonly (readonly [string, string])[] = [
    ...registry.operations.map(({ name, since }) => [name, since] as const),
    ...registry.events.map(({ type, since }) => [type, since] as const),
    ...registry.requirements.map(({ id, since }) => [id, since] as const),
    ...codesOf(registry.codeLists),
  ];
  const before = new Set<string>([
    ...(previous?.operations ?? []).map(({ name }) => name),
    ...(previous?.events ?? []).map(({ type }) => type),
    ...(previous?.requirements ?? []).map(({ id }) => id),
    ...codesOf(previous?.codeLists ?? []).map(([about]) => about),
  ]);
  return [
    ...(previous === undefined
      ? []
      : entries
          .filter(([about, version]) => !before.has(about) && version !== `${major}.${minor}`)
          .map(([about, version]) =>
            found(
              about,
              '/since',
              `it is new and says ${version}; the working version is ${major}.${minor}`,
            ),
          )),
    ...entries
      .filter(([, version]) => !isSoFar(version))
      .map(([about, version]) =>
        found(about, '/since', `${version} is no version up to ${registry.version}; name one`),
      ),
    ...[...registry.schemas.values()].flatMap(({ name, schema }) =>
      [...placesOf(schema as unknown as Schema)]
        .filter(
          (place) =>
            place.schema.deprecated === true &&
            !('x-sunset' in place.schema || 'x-replaced-by' in place.schema),
        )
        .map((place) =>
          found(name, place.pointer, 'it is deprecated; say until when or by what it is replaced'),
        ),
    ),
  ];
};

/** A requirement is judged or excluded for a reason, once, under the prefix of its module. */
const accounted = (
  registry: Registry,
  checked: ReadonlySet<string> | undefined,
  previous: Contract | undefined,
): readonly Found[] => {
  const ids = registry.requirements.map(({ id }) => id as string);
  const known = new Set(ids);
  return [
    ...(previous?.requirements ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ id }) =>
        found(id, '/id', 'the release before has it; ids are never withdrawn unseen'),
      ),
    ...ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => found(id, '/id', 'two requirements have this id; ids are permanent and single')),
    ...registry.requirements
      .filter((one) => !('judgedBy' in one || 'excluded' in one))
      .map(({ id }) => found(id, '', 'it is neither judged nor excluded; say how or why not')),
    ...(checked === undefined
      ? []
      : [
          ...registry.requirements
            .filter((one) => 'judgedBy' in one && one.judgedBy === 'check' && !checked.has(one.id))
            .map(({ id }) => found(id, '/judgedBy', 'no check judges it; write one or exclude it')),
          ...[...checked]
            .filter((id) => !known.has(id))
            .map((id) => found(id, '', 'a check judges what is no requirement; define or drop it')),
        ]),
  ];
};

/** Objects without a name that have the title of a code list: generators that name a class by its title make one of both. */
const titledAsList = (registry: Registry): readonly Found[] => {
  const lists = new Map(registry.codeLists.map(({ title, name }) => [title.en, name]));
  return [...registry.schemas.values()].flatMap(({ name, schema }) =>
    [...placesOf(schema as unknown as Schema)].flatMap(({ pointer, schema: place }) => {
      const list = lists.get(String(place.title));
      return pointer === '' || place.type !== 'object' || list === undefined
        ? []
        : [
            found(
              name,
              pointer,
              `its title is that of the code list ${list}; give the object another`,
            ),
          ];
    }),
  );
};

/** The rules about what the registry says of its own parts. */
export const REGISTRY_RULES: readonly LintRule[] = [
  {
    id: 'names',
    refuses: { en: 'a name that does not say what it is', zh: '名称未表明其含义' },
    judge: ({ registry }) => [
      ...titledAsList(registry),
      ...registry.codeLists
        .filter(({ source, codes }) => source === undefined && !areWellNamed(Object.keys(codes)))
        .map(({ name }) =>
          found(name, '/codes', 'codes are not in UPPER_SNAKE; a foreign list names its source'),
        ),
    ],
  },
  {
    id: 'extensible-fallback',
    refuses: {
      en: 'a list that may grow, without a fallback of its own',
      zh: '可扩展代码表的后备值不在表内',
    },
    judge: ({ registry }) =>
      registry.codeLists.flatMap(({ name, growth, codes }) =>
        growth === 'closed' || growth.fallback === 'IGNORE' || growth.fallback in codes
          ? []
          : [
              found(
                name,
                '/growth/fallback',
                `the fallback ${growth.fallback} is no code of the list`,
              ),
            ],
      ),
  },
  {
    id: 'problem-closed',
    refuses: { en: 'a problem outside of the closed table', zh: '问题码表之外的问题码' },
    judge: ({ registry }) => problems(registry),
  },
  {
    id: 'no-closed-receiver',
    isForbidden: true,
    refuses: { en: 'a receiver form that is closed', zh: '封闭的接收方模式' },
    judge: ({ registry }) =>
      [...registry.schemas.values()].flatMap(({ name, schema }) =>
        [...placesOf(receiverForm(schema as unknown as Schema) as Schema)]
          .filter((place) => place.schema.additionalProperties === false)
          .map((place) =>
            found(
              name,
              place.pointer,
              'the receiver form is closed; a newer minor would be refused',
            ),
          ),
      ),
  },
  {
    id: 'requirement-accounted',
    refuses: { en: 'a requirement that nobody accounts for', zh: '未被判定也未说明理由的要求' },
    judge: ({ registry, checked, previous }) => accounted(registry, checked, previous),
  },
  {
    id: 'lifecycle-total',
    refuses: {
      en: 'a lifecycle with a dead or unknown state',
      zh: '生命周期中无法到达、无法离开或未定义的状态',
    },
    judge: ({ registry }) => lifecycles(registry),
  },
  {
    id: 'since',
    refuses: { en: 'a definition of no version', zh: '未注明版本的定义' },
    judge: ({ registry, previous }) => since(registry, previous),
  },
  {
    id: 'links',
    refuses: { en: 'a reference that leads nowhere', zh: '无所指向的引用' },
    judge: ({ registry }) => references(registry),
  },
];
