import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClientLanguage, generateClient } from '@openwaybill/client/generate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revealedTo } from '../../../packages/client/behaviour/drivers/reveal.ts';
import { REVEAL_CASES } from '../clients/case.ts';
import { processDriver } from '../clients/process-driver.ts';
import { playReveal } from '../clients/reveal-stage.ts';
import type { Driver } from '../clients/stage.ts';

/** A compiler that has never run here compiles its library first. */
const BUILD_LIMIT = 300_000;

const DRIVERS = new URL('../../../packages/client/behaviour/drivers/', import.meta.url);
const PYTHON = process.env.OPENWAYBILL_PYTHON ?? 'python3';

const run = (folder: string, program: string, ...argv: readonly string[]): string =>
  execFileSync(program, argv, { cwd: folder, encoding: 'utf8' });

/** Warnings are errors. The compiler runs once, so that its own compiler is not worth its time. */
const JAVAC = [
  ...['-J-XX:+UseSerialGC', '-J-XX:TieredStopAtLevel=1', '--release', '8', '-encoding', 'UTF-8'],
  ...['-proc:none', '-Xlint:all', '-Werror', '-d', 'classes'],
];

type Language = {
  readonly language: Exclude<ClientLanguage, 'ts'>;
  readonly client: string;
  readonly drivers: readonly string[];
  readonly build: (folder: string) => void;
  readonly command: (folder: string) => readonly [string, ...string[]];
};

const LANGUAGES: readonly Language[] = [
  {
    language: 'java',
    client: '.',
    drivers: ['RevealDriver.java'],
    build: (folder) => {
      mkdirSync(join(folder, 'classes'));
      const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      writeFileSync(
        join(folder, 'sources'),
        sources.filter((path) => path.endsWith('.java')).join('\n'),
      );
      run(folder, 'javac', ...JAVAC, '@sources');
    },
    command: () => ['java', '-ea', '-cp', 'classes', 'RevealDriver'],
  },
  {
    language: 'python',
    client: 'openwaybill',
    drivers: ['reveal.py'],
    build: (folder) => {
      run(folder, PYTHON, '-W', 'error', '-m', 'compileall', '-q', '.');
      run(folder, PYTHON, '-c', 'import cryptography');
    },
    command: () => [PYTHON, '-W', 'error', 'reveal.py'],
  },
  {
    language: 'go',
    client: 'openwaybill',
    drivers: ['reveal.go', 'reveal_logged.go', 'reveal_unlogged.go'],
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

describe.each(LANGUAGES)('reveals in $language', (of) => {
  const folder = mkdtempSync(join(tmpdir(), `openwaybill-reveals-${of.language}-`));
  let driver: Driver;
  beforeAll(() => {
    for (const [path, text] of generateClient({ role: 'courier', language: of.language })) {
      const file = join(folder, of.client, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    for (const name of of.drivers)
      copyFileSync(fileURLToPath(new URL(name, DRIVERS)), join(folder, name));
    of.build(folder);
    driver = processDriver(of.command(folder), folder);
  }, BUILD_LIMIT);
  afterAll(async () => {
    await driver?.end();
    rmSync(folder, { recursive: true });
  });

  test.each(REVEAL_CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playReveal(one, driver)).toEqual([]);
  });
});

describe('reveals in TypeScript', () => {
  const driver: Pick<Driver, 'ask'> = {
    ask: (line) => revealedTo(line as Parameters<typeof revealedTo>[0]),
  };
  const cases = REVEAL_CASES.filter(({ isTyped }) => isTyped !== true);
  test.each(cases.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playReveal(one, driver)).toEqual([]);
  });
});
