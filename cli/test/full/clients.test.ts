import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClientLanguage, generateClient } from '@openwaybill/client/generate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from '../clients/case.ts';
import { processDriver } from '../clients/process-driver.ts';
import { type Driver, playCase } from '../clients/stage.ts';

/** A compiler that has never run here compiles its library first. */
const BUILD_LIMIT = 300_000;

type Language = {
  readonly language: ClientLanguage;
  /** Where in the folder the client and its driver stand. */
  readonly client: string;
  readonly driver: readonly [from: string, to: string];
  /** Makes it ready to run; throws when its tools are missing or complain. */
  readonly build: (folder: string) => void;
  readonly command: (folder: string) => readonly [string, ...string[]];
};

const DRIVERS = new URL('../../../packages/client/behaviour/drivers/', import.meta.url);

/** Runs a tool, and throws with what it says when it fails. */
const run = (folder: string, program: string, ...argv: readonly string[]): string =>
  execFileSync(program, argv, { cwd: folder, encoding: 'utf8' });

/** The Python of a developer may have no `cryptography`; Debian's has it as a package. */
const PYTHON = process.env.OPENWAYBILL_PYTHON ?? 'python3';

const LANGUAGES: readonly Language[] = [
  {
    language: 'python',
    client: 'openwaybill',
    driver: ['python.py', 'driver.py'],
    build: (folder) => {
      run(folder, PYTHON, '-W', 'error', '-m', 'compileall', '-q', '.');
      run(folder, PYTHON, '-c', 'import cryptography');
    },
    command: () => [PYTHON, '-W', 'error', 'driver.py'],
  },
  {
    language: 'go',
    client: 'openwaybill',
    driver: ['go.go', 'main.go'],
    build: (folder) => {
      writeFileSync(
        join(folder, 'go.mod'),
        'module driver\n\ngo 1.21\n\nrequire openwaybill v0.0.0\n\nreplace openwaybill => ./openwaybill\n',
      );
      const untidy = run(folder, 'gofmt', '-l', '.');
      if (untidy !== '') throw new Error(`gofmt would write these otherwise: ${untidy}`);
      run(join(folder, 'openwaybill'), 'go', 'vet', './...');
      run(folder, 'go', 'build', '-o', 'driver', '.');
    },
    command: (folder) => [join(folder, 'driver')],
  },
];

describe.each(LANGUAGES)('the client in $language', (of) => {
  const folder = mkdtempSync(join(tmpdir(), `openwaybill-${of.language}-`));
  let driver: Driver;
  beforeAll(() => {
    for (const [path, text] of generateClient({ role: 'platform', language: of.language })) {
      const file = join(folder, of.client, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const [from, to] = of.driver;
    copyFileSync(fileURLToPath(new URL(from, DRIVERS)), join(folder, to));
    of.build(folder);
    driver = processDriver(of.command(folder), folder);
  }, BUILD_LIMIT);
  afterAll(async () => {
    await driver?.end();
    rmSync(folder, { recursive: true });
  });

  test.each(CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playCase(one, driver)).toEqual([]);
  });
});
