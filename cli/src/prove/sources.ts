import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import type { Io } from '../io.ts';

/** One file that the proof stands on. */
export type Source = {
  readonly digest: string;
  /** The files of its own room that it imports. */
  readonly imports: readonly string[];
  /** The ids in it: of faults, scenarios and requirements. */
  readonly names: readonly string[];
  /** Of these, the faults and scenarios that stand in it, and the requirements that it judges. */
  readonly defines: readonly string[];
};

/** By path from the root of a clone. */
export type Sources = Readonly<Record<string, Source>>;

const SUITE = 'conformance/src/';
const ROOMS = [
  'conformance/src',
  'packages/mock/src',
  'packages/privacy/src',
  'packages/reference/src',
  'packages/validate/src',
  'schemas/src',
];

/** Enough to tell two versions of a file apart. */
const LENGTH = 16;

const hashOf = (...texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\n');
  return hash.digest('hex');
};

const importsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, specifier = '']) =>
    posix.join(posix.dirname(path), specifier),
  );

const namesOf = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+|[A-Z]{3}-\d{3})'/g)].map(
      ([, name = '']) => name,
    ),
  ),
];

const idsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, ids = '']) =>
    [...ids.matchAll(/'([^']+)'/g)].map(([, id = '']) => id),
  );

/** Faults and scenarios by their `id`, requirements by the check that is of them: what else names them only speaks of them. */
const definitionsIn = (text: string): readonly string[] => [
  ...new Set([
    ...idsIn(text, /\bid: ('[a-z0-9-]+')/g),
    ...idsIn(text, /\b(?:checkOf\(\s*\[?|requirements: \[)((?:\s*'[A-Z]{3}-\d{3}',?)+)/g),
  ]),
];

/** Everything that the proof stands on, in a clone; nothing where there is none. */
export const readSources = async (
  root: string,
  io: Pick<Io, 'filesBelow' | 'read'>,
): Promise<Sources> => {
  const sources: Record<string, Source> = {};
  for (const room of ROOMS)
    for (const below of await io.filesBelow(join(root, room))) {
      const path = `${room}/${below}`;
      const read = await io.read(join(root, path));
      if (!read.ok || !/\.(ts|json)$/.test(path)) continue;
      const text = new TextDecoder().decode(read.bytes);
      const isSuite = path.startsWith(SUITE);
      sources[path] = {
        digest: hashOf(text).slice(0, LENGTH),
        imports: isSuite ? importsOf(path, text) : [],
        names: isSuite ? namesOf(text) : [],
        defines: isSuite ? definitionsIn(text) : [],
      };
    }
  return sources;
};

const digestOfPaths = (sources: Sources, paths: Iterable<string>): string =>
  `sha256:${hashOf(...[...paths].sort().map((path) => `${path} ${sources[path]?.digest}`))}`;

/** What a fault is, for the question which sources it stands on. */
type About = {
  readonly id: string;
  readonly kind: string;
  readonly violates: readonly string[];
};

/** Digests of all that the proof stands on. */
export type Digests = {
  readonly suite: string;
  readonly reference: string;
  readonly digestOf: (
    fault: About,
    scenarios: readonly string[],
    /** The modules that it is about: what is only another's does not touch it. */
    modules: readonly string[],
  ) => string;
};

/** The module that a file beyond the core is about. */
const moduleOf = (path: string, names: ReadonlySet<string>): string | undefined => {
  const name =
    /^(?:schemas\/src|packages\/mock\/src\/modules|conformance\/src\/modules)\/([a-z-]+)(?:\/|\.ts$)/.exec(
      path,
    )?.[1];
  return name !== undefined && names.has(name) ? name : undefined;
};

/** Lists of all that there is: whoever asks one for something stands on that, and not on all the rest. */
const LISTS: ReadonlySet<string> = new Set(
  [
    'checks/index.ts',
    'concerns/index.ts',
    'faults/index.ts',
    'generated/modules.ts',
    'modules/index.ts',
    'scenarios/index.ts',
  ].map((path) => `${SUITE}${path}`),
);

/** Computes them. `further` are the modules beyond the core exchange. */
export const digestsOf = (sources: Sources, further: ReadonlySet<string>): Digests => {
  const paths = Object.keys(sources);
  const suite = paths.filter((path) => path.startsWith(SUITE));
  const reference = paths.filter((path) => !path.startsWith(SUITE));
  const isWhere = (path: string, ...folders: readonly RegExp[]): boolean =>
    folders.some((folder) => folder.test(path.slice(SUITE.length)));
  // whatever drives, judges and proves is what every fault stands on; these folders are about one thing each
  const everywhere = suite.filter(
    (path) =>
      !isWhere(
        path,
        /^(?:baseline|between|checks|concerns|config|coverage|faults|generated|modules|null-systems|record|reports|scenarios|statement)\//,
      ),
  );
  const inFiles = (idsOf: (source: Source) => readonly string[]) => {
    const paths = new Map<string, string[]>();
    for (const path of suite)
      for (const id of idsOf(sources[path] as Source))
        paths.set(id, [...(paths.get(id) ?? []), path]);
    return (id: string, ...folders: readonly RegExp[]): readonly string[] =>
      (paths.get(id) ?? []).filter((path) => isWhere(path, ...folders));
  };
  const defining = inFiles(({ defines }) => defines);
  const naming = inFiles(({ names }) => names);
  /** Where something stands; whatever names it, where its id is put together. */
  const standing = (id: string, ...folders: readonly RegExp[]): readonly string[] => {
    const found = defining(id, ...folders);
    return found.length > 0 ? found : naming(id, ...folders);
  };
  const closures = new Map<string, ReadonlySet<string>>();
  const closureOf = (path: string): ReadonlySet<string> => {
    const known = closures.get(path);
    if (known !== undefined) return known;
    const all = new Set([path]);
    // a set that grows while it is walked is walked to its end
    for (const one of all)
      for (const next of LISTS.has(one) ? [] : (sources[one]?.imports ?? []))
        if (next in sources) all.add(next);
    closures.set(path, all);
    return all;
  };
  const referenceFor = new Map<string, string>();
  return {
    suite: digestOfPaths(sources, suite),
    reference: digestOfPaths(sources, reference),
    digestOf: ({ id, kind, violates }, scenarios, about) => {
      const played = scenarios.flatMap((scenario) =>
        standing(scenario, /^scenarios\//, /^modules\//, /^concerns\//),
      );
      // what a scenario of a module is played with is the module's
      const modules = new Set([
        ...about,
        ...played.flatMap((path) => moduleOf(path, further) ?? []),
      ]);
      const roots = [
        ...standing(id, /\bfaults\b/, /^modules\//, /^concerns\//),
        ...(kind === 'hand'
          ? []
          : suite.filter((path) => isWhere(path, new RegExp(`^faults/${kind}/`)))),
        ...played,
        ...violates.flatMap((one) => standing(one, /^checks\//, /^modules\//, /^concerns\//)),
        ...suite.filter((path) => modules.has(moduleOf(path, further) ?? '')),
      ];
      const files = new Set([...everywhere, ...roots.flatMap((path) => [...closureOf(path)])]);
      const mine = [...modules].sort().join(' ');
      const ofReference =
        referenceFor.get(mine) ??
        digestOfPaths(
          sources,
          reference.filter((path) => {
            const module = moduleOf(path, further);
            return module === undefined || modules.has(module);
          }),
        );
      referenceFor.set(mine, ofReference);
      return `sha256:${hashOf(digestOfPaths(sources, files), ofReference)}`;
    },
  };
};
