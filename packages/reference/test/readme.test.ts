import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billedWeight } from '../src/pricing/index.ts';

const ROOM = join(import.meta.dirname, '..');
const readme = readFileSync(join(ROOM, 'README.md'), 'utf8');
const lines = (/```js\n([^`]+)```/.exec(readme)?.[1] ?? '').split('\n');

/** `expression; // value` */
const CLAIM = /^(.+); \/\/ (.+)$/;

const claims = lines.flatMap((line) => {
  const [, expression, value] = CLAIM.exec(line) ?? [];
  return expression === undefined || value === undefined ? [] : [[expression, value] as const];
});
const statements = lines
  .filter((line) => !CLAIM.test(line) && !line.startsWith('import '))
  .join('\n');

test('the example claims something', () => expect(claims).toHaveLength(2));

test.each(claims)('%s is %s', (expression, value) => {
  const run = new Function('billedWeight', `${statements}\nreturn [${expression}, ${value}];`);
  const [seen, wanted] = run(billedWeight) as [unknown, unknown];
  expect(seen).toBe(wanted);
});

test('the page lists every entry', () => {
  const listed = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(readdirSync(join(ROOM, 'src')).sort());
});
