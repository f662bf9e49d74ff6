import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Every room, by name: its folder from the root. */
export const ROOMS: Readonly<Record<string, string>> = {
  schemas: 'schemas',
  ...Object.fromEntries(
    readdirSync(join(ROOT, 'packages')).map((name) => [name, join('packages', name)]),
  ),
  conformance: 'conformance',
  cli: 'cli',
};

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'generated',
  '.turbo',
  'coverage',
  '.git',
  'published',
]);

/** Files below a folder, as paths from the root, without what is generated or installed. */
export const filesBelow = (folder: string): readonly string[] => {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name))
        : [relative(ROOT, join(start, entry.name))],
    );
};

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const jsonOf = <T>(path: string): T => JSON.parse(textOf(path));

/** Specifiers of a source's imports: static, of effects, re-exports, dynamic, and of types. */
export const importsOf = (source: string): readonly string[] =>
  [
    ...source.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'/gm),
    ...source.matchAll(/^import\s+'([^']+)'/gm),
    ...source.matchAll(/\bimport\(\s*'([^']+)'\s*[,)]/g),
  ].map((match) => match[1] ?? '');

/** The source without its comments and strings, where a rule looks for a use and not for a mention. */
export const codeOf = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/(^|[^:])\/\/.*$/gm, '$1');
