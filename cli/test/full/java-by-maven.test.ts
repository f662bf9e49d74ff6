import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateClient } from '@openwaybill/client/generate';
import { expect, test } from 'vitest';

/** Where Maven has never run it first gets its plugins, from where it is set to get them. */
const BUILD_LIMIT = 300_000;

/** A compiler judges the same sources elsewhere: where there is no Maven, only its project file is not run. */
const hasMaven = spawnSync('mvn', ['--version']).status === 0;

test.runIf(hasMaven)(
  'the project of the Java client is compiled by Maven',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'openwaybill-maven-'));
    try {
      for (const [path, text] of generateClient({ role: 'platform', language: 'java' })) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      const said = execFileSync('mvn', ['--batch-mode', 'compile'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(said).toContain('BUILD SUCCESS');
      expect(existsSync(join(folder, 'target/classes/org/openwaybill/Client.class'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  BUILD_LIMIT,
);
