import { readFileSync } from 'node:fs';
import { registry, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { contractIn, diffContracts, diffDocument } from '../../src/diff/index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const lines = [...readme.matchAll(/```js\n([^`]+)```/g)]
  .flatMap(([, code = '']) => (code.includes('diffContracts') ? code.split('\n') : []))
  .filter((line) => !line.startsWith('import '));

/** `expression; // value` */
const CLAIM = /^(.+); \/\/ (.+)$/;

test('the example of a diff is true', () => {
  const claims = lines.flatMap((line) => {
    const [, expression, value] = CLAIM.exec(line) ?? [];
    return expression === undefined ? [] : [`[${expression}, ${value}]`];
  });
  const statements = lines.filter((line) => !CLAIM.test(line)).join('\n');
  const names = ['registry', 'toContract', 'contractIn', 'diffContracts', 'diffDocument'];
  const run = new Function(...names, `${statements}\nreturn [${claims.join(', ')}];`);
  const found: readonly (readonly [unknown, unknown])[] = run(
    registry,
    toContract,
    contractIn,
    diffContracts,
    diffDocument,
  );
  expect(found).toHaveLength(5);
  expect(found.map(([seen]) => seen)).toEqual(found.map(([, wanted]) => wanted));
});
