import { readFileSync } from 'node:fs';
import { fromContract, toContract } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { portal } from '../src/index.ts';
import { SMALL_CONTRACT } from './_given.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** `expression; // true` */
const CLAIM = /^(.+); \/\/ true$/;

test('the example of the README makes what it says', () => {
  const lines = /```js\n([^`]+)```/.exec(readme)?.[1]?.split('\n') ?? [];
  const claims = lines.flatMap((line) => CLAIM.exec(line)?.[1] ?? []);
  const statements = lines.filter((line) => !CLAIM.test(line) && !line.startsWith('import '));
  const run = new Function(
    'portal',
    'registry',
    'toContract',
    `${statements.join('\n')}\nreturn [${claims.join(', ')}];`,
  );
  expect(claims).toHaveLength(3);
  expect(run(portal, fromContract(SMALL_CONTRACT), toContract)).toEqual([true, true, true]);
});
