import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClientLanguage, generateClient } from '@openwaybill/client/generate';

/** Programs that read cases and answer with the client of their language. */
export const DRIVERS = new URL('../../../packages/client/behaviour/drivers/', import.meta.url);

/** A compiler that has never run here compiles its library first. */
export const BUILD_LIMIT = 300_000;

/** Languages whose tools are of another world than ours. */
export type ForeignLanguage = Exclude<ClientLanguage, 'ts'>;

/** Runs a tool, and throws with what it says when it fails. */
const run = (folder: string, program: string, ...argv: readonly string[]): string =>
  execFileSync(program, argv, { cwd: folder, encoding: 'utf8' });

/** The Python of a developer may have no `cryptography`; Debian's has it as a package. */
export const PYTHON = process.env.OPENWAYBILL_PYTHON ?? 'python3';

/** Warnings are errors. The compiler runs once, so that its own compiler is not worth its time. */
const JAVAC = [
  ...['-J-XX:+UseSerialGC', '-J-XX:TieredStopAtLevel=1', '--release', '8', '-encoding', 'UTF-8'],
  ...['-proc:none', '-Xlint:all', '-Werror', '-cp', 'classes', '-d', 'classes'],
];

/** Compiles sources of Java beside the classes that are there. */
export const javac = (folder: string, ...sources: readonly string[]): string =>
  run(folder, 'javac', ...JAVAC, ...sources);

type ToolChain = {
  /** Where in the folder the client stands. */
  readonly client: string;
  /** Makes a folder ready to run; throws when its tools are missing or complain. */
  readonly build: (folder: string) => void;
  /** Runs a driver, by its file. */
  readonly command: (folder: string, driver: string) => readonly [string, ...string[]];
};

const TOOL_CHAINS: Readonly<Record<ForeignLanguage, ToolChain>> = {
  java: {
    client: '.',
    build: (folder) => {
      mkdirSync(join(folder, 'classes'));
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      writeFileSync(
        join(folder, 'sources'),
        files.filter((one) => one.endsWith('.java')).join('\n'),
      );
      javac(folder, '@sources');
    },
    command: (_, driver) => ['java', '-ea', '-cp', 'classes', driver.replace('.java', '')],
  },
  python: {
    client: 'openwaybill',
    build: (folder) => {
      run(folder, PYTHON, '-W', 'error', '-m', 'compileall', '-q', '.');
      run(folder, PYTHON, '-c', 'import cryptography');
    },
    command: (_, driver) => [PYTHON, '-W', 'error', driver],
  },
  go: {
    client: 'openwaybill',
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
};

/** Builds a client with its driver in a folder, and answers how the driver is run: the first of its sources. */
export const buildClient = (
  folder: string,
  language: ForeignLanguage,
  role: 'courier' | 'platform',
  [driver, ...more]: readonly [string, ...string[]],
): readonly [string, ...string[]] => {
  const { client, build, command } = TOOL_CHAINS[language];
  for (const [path, text] of generateClient({ role, language })) {
    const file = join(folder, client, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const name of [driver, ...more])
    copyFileSync(fileURLToPath(new URL(name, DRIVERS)), join(folder, name));
  build(folder);
  return command(folder, driver);
};
