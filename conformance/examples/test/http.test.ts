import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILT } from '../introduced.ts';

test('the courier on node:http passes by the test runner of Node', () => {
  const said = execFileSync(
    process.execPath,
    ['--conditions=@openwaybill/source', '--test', '--test-reporter=tap', 'http.node-test.ts'],
    {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  for (const id of BUILT) expect(said).toMatch(new RegExp(`^ +ok \\d+ - ${id} `, 'mu'));
  expect(said).toContain('# fail 0');
});
