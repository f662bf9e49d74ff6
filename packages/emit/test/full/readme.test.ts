import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { registry, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import * as compared from '../../src/diff/index.ts';
import * as emitted from '../../src/index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```js\n([^`]+)```/g)].map(([, block = '']) =>
  block.split('\n'),
);

/** `expression; // value` */
const CLAIM = /^(.+); \/\/ (.+)$/;

/** What a block claims, each with the statements of its own block. */
const claims = blocks.flatMap((lines) => {
  const statements = lines
    .filter((line) => !CLAIM.test(line) && !line.startsWith('import '))
    .join('\n');
  return lines.flatMap((line) => {
    const [, expression, value] = CLAIM.exec(line) ?? [];
    return expression === undefined || value === undefined
      ? []
      : [[expression, value, statements] as const];
  });
});

/** All that the blocks import. */
const given = { registry, toContract, createHash, ...compared, ...emitted };

test('the examples claim something', () => {
  expect(blocks).toHaveLength(4);
  expect(claims).toHaveLength(12);
});

test.each(claims)('%s is %s', (expression, value, statements) => {
  const run = new Function(
    ...Object.keys(given),
    `${statements}\nreturn [${expression}, ${value}];`,
  );
  const [seen, wanted] = run(...Object.values(given)) as [unknown, unknown];
  expect(seen).toBe(wanted);
});
