import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../src/repository.ts';

test('every file is as the formatter and the linter want it', () => {
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'ci', '--colors=off', '--error-on-warnings', '.'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(`${stdout}${stderr}`.trimEnd().split('\n').slice(-40).join('\n')).toMatch(
    /No fixes applied/,
  );
  expect(status).toBe(0);
});
