import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as crosswalk from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

/** `expression; // 'value'` */
const CLAIM = /^(.+); \/\/ (.+)$/;

const claims = block.split('\n').flatMap((line) => {
  const [, expression, value] = CLAIM.exec(line) ?? [];
  return expression === undefined || value === undefined ? [] : [[expression, value] as const];
});
const statements = block
  .split('\n')
  .filter((line) => !CLAIM.test(line) && !line.startsWith('import '))
  .join('\n');

test('the example claims something', () => expect(claims.length).toBeGreaterThan(0));

test.each(claims)('%s is %s', (expression, value) => {
  const run = new Function('convert', `${statements}\nreturn [${expression}, ${value}];`);
  const [seen, wanted] = run(crosswalk.convert) as [unknown, unknown];
  expect(seen).toBe(wanted);
});
