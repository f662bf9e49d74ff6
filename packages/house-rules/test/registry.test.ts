import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { filesBelow, jsonOf, textOf } from '../src/repository.ts';

const duplicatesOf = (values: readonly (string | number)[]): readonly (string | number)[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const chapters = [...registry.modules, ...registry.concerns];
const prefixesOf = new Map<string, readonly string[]>([
  ...registry.modules.map(({ name, prefix }) => [name, [prefix]] as const),
  ...registry.concerns.map(({ name, prefixes }) => [name, prefixes] as const),
]);

test('every file of the standard is listed in the index of its folder', () => {
  const folders = ['vocabulary', ...chapters.map(({ name }) => name)];
  const missing = folders.flatMap((folder) => {
    const index = textOf(`schemas/src/${folder}/index.ts`);
    return filesBelow(`schemas/src/${folder}`)
      .map((path) => path.slice(`schemas/src/${folder}/`.length))
      .filter((name) => name !== 'index.ts' && !name.startsWith('_'))
      .filter((name) => !index.includes(`'./${name}'`))
      .map((name) => `${folder}/${name}`);
  });
  expect(missing).toEqual([]);
});

test('every folder of the standard is a module or a concern of the registry', () => {
  const folders = new Set(
    filesBelow('schemas/src').flatMap((path) => /^schemas\/src\/([a-z-]+)\//.exec(path)?.[1] ?? []),
  );
  const known = new Set(['define', 'vocabulary', ...chapters.map(({ name }) => name)]);
  expect([...folders].filter((folder) => !known.has(folder))).toEqual([]);
});

test('names, paths, ids and chapters are unique', () => {
  expect(duplicatesOf(registry.operations.map(({ name }) => name))).toEqual([]);
  expect(duplicatesOf(registry.operations.map(({ method, path }) => `${method} ${path}`))).toEqual(
    [],
  );
  expect(duplicatesOf(registry.events.map(({ type }) => type))).toEqual([]);
  expect(duplicatesOf(registry.requirements.map(({ id }) => id))).toEqual([]);
  expect(duplicatesOf(registry.modules.map(({ chapter }) => chapter))).toEqual([]);
  expect(duplicatesOf(registry.lifecycles.map(({ entity }) => entity))).toEqual([]);
});

test('a requirement carries a prefix of its module or concern', () => {
  const wrong = registry.requirements
    .filter(({ id, module }) => prefixesOf.get(module)?.includes(id.slice(0, 3)) === false)
    .map(({ id, module }) => `${id} in ${module}`);
  expect(wrong).toEqual([]);
});

test('requirements of a module have no gap, since ids are never reused', () => {
  const gaps = [...prefixesOf.values()].flat().flatMap((prefix) => {
    const numbers = registry.requirements
      .filter(({ id }) => id.startsWith(`${prefix}-`))
      .map(({ id }) => Number(id.slice(prefix.length + 1)));
    return Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.includes(number))
      .map((number) => `${prefix}-${String(number).padStart(3, '0')}`);
  });
  expect(gaps).toEqual([]);
});

type Frozen = { readonly id: string };

/** What of a requirement never changes once it is known. */
const promised = registry.requirements.map(({ id, level, roles, position, class: of, tier }) => ({
  id,
  level,
  roles,
  position,
  class: of,
  tier,
}));

test('ids, levels and positions of requirements are frozen', () => {
  const now = new Map<string, Frozen>(promised.map((one) => [one.id, one]));
  const frozen = jsonOf<readonly Frozen[]>('packages/house-rules/test/frozen-ids.json');
  expect(frozen.map(({ id }) => now.get(id) ?? `${id} is gone`)).toEqual(frozen);
});

test('every requirement is frozen: vitest -u writes the new ones down', async () => {
  await expect(`${JSON.stringify(promised, null, 1)}\n`).toMatchFileSnapshot('./frozen-ids.json');
});

test('a path parameter is a word of its name, or a UUID ending in Id', () => {
  const missing = registry.operations.flatMap(({ name, pathParameters }) =>
    pathParameters
      .filter((one) => !registry.schemas.has(one.charAt(0).toUpperCase() + one.slice(1)))
      .filter((one) => !one.endsWith('Id'))
      .map((one) => `${name}: ${one}`),
  );
  expect(missing).toEqual([]);
});

test('what a module defines is given to everybody by its line in the index', () => {
  const lines = textOf('schemas/src/index.ts');
  const missing = registry.modules.filter(
    ({ name }) => !lines.includes(`export * from './${name}/index.ts';`),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('no word of a scaffold is left in the standard', () => {
  const unwritten = filesBelow('schemas/src').filter((path) =>
    /'示例(?:消息|操作|请求|应答|载荷|事件|模块|资源|编号|变更|创建|查询|列表|取消)'/.test(
      textOf(path),
    ),
  );
  expect(unwritten).toEqual([]);
});

test('every body and payload has a valid and an invalid example', () => {
  const named = registry.operations.flatMap(({ request, answer }) => [request, answer.body]);
  const bodies = [...named, ...registry.events.map(({ data }) => data)];
  const ids = new Set(bodies.flatMap((schema) => schema?.$id ?? []));
  const missing = [...registry.schemas.values()]
    .filter(({ schema }) => ids.has(schema.$id ?? ''))
    .filter(({ examples }) =>
      [examples.valid, examples.invalid].some((list) => Object.keys(list).length === 0),
    )
    .map(({ name }) => name);
  expect(missing).toEqual([]);
});

test('lifecycles are total', () => {
  const findings = registry.lifecycles.flatMap(({ entity, states, transitions }) => {
    const names = Object.keys(states);
    const reached = new Set(transitions.map(({ to }) => to));
    const left = new Set(transitions.flatMap(({ from }) => from));
    return names.flatMap((state) => [
      ...(reached.has(state) ? [] : [`${entity}: ${state} is never reached`]),
      ...(states[state]?.terminal === true || left.has(state)
        ? []
        : [`${entity}: ${state} has no way out and is not terminal`]),
    ]);
  });
  expect(findings).toEqual([]);
});

test('commands of lifecycles are operations, and the reverse', () => {
  const operations = new Map(registry.operations.map((one) => [one.name, one]));
  const commands = registry.lifecycles.flatMap(({ entity, transitions }) =>
    transitions.filter(({ kind }) => kind === 'command').map(({ on }) => ({ entity, on })),
  );
  expect(commands.filter(({ on }) => !operations.has(on))).toEqual([]);
  const named = [...operations.values()].filter(({ lifecycle }) => lifecycle !== undefined);
  const idle = named.filter(
    ({ name, lifecycle }) => !commands.some((one) => one.on === name && one.entity === lifecycle),
  );
  expect(idle.map(({ name, lifecycle }) => `${name}: ${lifecycle}`)).toEqual([]);
});

type Clauses = {
  readonly modules: readonly string[];
  readonly clauses: readonly { readonly id: string; readonly modules: readonly string[] }[];
};

test('clauses of a module are those of the register that names it', () => {
  const { modules, clauses } = jsonOf<Clauses>('seeds/policy/clauses.json');
  const of = (name: string) =>
    clauses
      .filter(({ modules }) => modules.includes(name))
      .map(({ id }) => id)
      .sort();
  const differing = registry.modules
    .filter(({ name }) => modules.includes(name))
    .filter(({ name, clauses: own }) => [...own].sort().join() !== of(name).join())
    .map(({ name, clauses: own }) => ({ name, given: [...own].sort(), want: of(name) }));
  expect(differing).toEqual([]);
});
