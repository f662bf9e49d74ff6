import { expect, test } from 'vitest';
import { filesBelow, jsonOf, ROOMS, textOf } from '../src/repository.ts';

type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly optionalDependencies?: Readonly<Record<string, string>>;
        readonly hasInstallScript?: boolean;
        readonly resolved?: string;
        readonly link?: boolean;
      }
    >
  >;
};

const lock = jsonOf<Lock>('package-lock.json');

/** The place where npm would look for a package from another one's place, upwards. */
const isInstalledFor = (path: string, name: string): boolean => {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`] !== undefined)
      return true;
    if (base === '') return false;
    if (!base.includes('/node_modules/')) base = '';
  }
};

test('the lockfile has the optional package of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isInstalledFor(path, name))
      .map((name) => `${path} -> ${name}`),
  );
  expect(missing).toEqual([]);
});

test('no dependency but esbuild has an install script', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript === true)
    .map(([path]) => path.split('node_modules/').at(-1))
    .filter((name) => name !== 'esbuild' && name !== 'fsevents');
  expect(scripted).toEqual([]);
});

test('the lockfile names no registry', () => {
  const named = Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)
    .map(([path]) => path);
  expect(named).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const loose = ['', ...Object.values(ROOMS)].flatMap((folder) => {
    const path = folder === '' ? 'package.json' : `${folder}/package.json`;
    const { dependencies = {}, devDependencies = {} } =
      jsonOf<Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>>(path);
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^[0-9]+[.][0-9]+[.][0-9]+$/.test(version))
      .map(([name, version]) => `${path}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});

test('the launcher, the version files and the engines name one Node', async () => {
  const { isNewEnough, NODE } = (await import('../../../cli/launch.mjs' as string)) as {
    readonly isNewEnough: (version: string) => boolean;
    readonly NODE: string;
  };
  expect(textOf('.node-version').trim()).toBe(NODE);
  expect(textOf('.nvmrc').trim()).toBe(NODE);
  const { engines } = jsonOf<{ readonly engines: { readonly node: string } }>('package.json');
  expect(engines.node).toBe('^22.22.2 || ^24.15.0 || >=26');
  const given = [
    '18.19.0',
    '20.20.2',
    '22.22.1',
    '22.22.2',
    '22.23.0',
    '23.9.0',
    '24.14.9',
    '24.15.0',
    '25.0.0',
    '26.0.0',
    '27.1.0',
  ];
  expect(given.filter(isNewEnough)).toEqual(['22.22.2', '22.23.0', '24.15.0', '26.0.0', '27.1.0']);
});

test('every room that is published says so with licence and engines', () => {
  const incomplete = Object.values(ROOMS)
    .map((folder) => ({ folder, json: jsonOf<Record<string, unknown>>(`${folder}/package.json`) }))
    .filter(({ json }) => json.license !== 'Apache-2.0' || json.engines === undefined)
    .map(({ folder }) => folder);
  expect(incomplete).toEqual([]);
  expect(filesBelow('.').includes('LICENSE')).toBe(true);
});
