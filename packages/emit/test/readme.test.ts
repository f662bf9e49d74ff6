import { readFileSync } from 'node:fs';
import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { emit, emitters, stale } from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
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

test('the example claims something', () => expect(claims).toHaveLength(5));

test.each(claims)('%s is %s', (expression, value) => {
  const run = new Function(
    'registry',
    'emit',
    'emitters',
    'stale',
    `${statements}\nreturn [${expression}, ${value}];`,
  );
  const [seen, wanted] = run(registry, emit, emitters, stale) as [unknown, unknown];
  expect(seen).toBe(wanted);
});
