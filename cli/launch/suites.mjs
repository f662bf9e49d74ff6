import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './turbo.mjs';

const ROOMS = ['schemas', 'conformance', 'cli'];

/** The suites that need more than Node: every file in a `test/full` folder of a room. */
export const fullSuites = () =>
  [...ROOMS, ...readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name))]
    .map((room) => join(ROOT, room, 'test', 'full'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => relative(ROOT, join(folder, name))))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
