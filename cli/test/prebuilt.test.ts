import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { prebuiltLines, prebuiltName } from '../src/prebuilt.ts';
import { programOf } from '../src/program.ts';
import { memoryIo } from './_memory-io.ts';

const CLI = join(import.meta.dirname, '..');
const TEXTS = join(CLI, 'dist', 'bundle', 'texts');
const BIN = join(CLI, 'bin', 'openwaybill.js');
const run = promisify(execFile);

const LANGUAGES = ['en', 'zh'] as const;
const lines = prebuiltLines(programOf(memoryIo(), 'en', () => {}));
const cases = LANGUAGES.flatMap((language) =>
  lines.map((line) => [...line, '--lang', language] as const),
);

test.each(cases.filter(([first]) => first !== '--version'))(
  'the text kept for %s %s %s %s is what the program says',
  async (...argv) => {
    const io = memoryIo();
    expect(await main(argv, io)).toBe(0);
    const kept = readFileSync(join(TEXTS, prebuiltName(argv, {}) ?? ''), 'utf8');
    expect(kept).toBe(`${io.stdout.join('\n')}\n`);
  },
);

test('a text is kept for every command and for nothing else', () => {
  const kept = readdirSync(TEXTS, { recursive: true, encoding: 'utf8' });
  expect(kept.filter((path) => path.endsWith('.txt')).sort()).toEqual(
    cases.map((argv) => prebuiltName(argv, {})).sort(),
  );
});

test.each([
  { given: 'list --help', want: 'en/help-list.txt' },
  { given: 'new message -h', want: 'en/help-new-message.txt' },
  { given: 'help list --lang=zh', want: 'zh/help-list.txt' },
  { given: '', want: 'en/help.txt' },
  { given: '-V', want: 'en/version.txt' },
  { given: 'completion fish', want: 'en/completion-fish.txt' },
  { given: 'generate client --lang ts --help', want: undefined },
  { given: '--lang de --help', want: undefined },
  { given: 'list --help --json', want: undefined },
  { given: '../secrets --help', want: undefined },
  { given: 'list modules', want: undefined },
])('$given is answered by $want', ({ given, want }) => {
  const argv = given === '' ? [] : given.split(' ');
  expect(prebuiltName(argv, { LANG: 'C' })).toBe(want);
});

test.each([{ NO_COLOR: '1' }, { FORCE_COLOR: '3' }, { COLUMNS: '20' }])(
  'help is the same with %j',
  async (environment) => {
    const { stdout } = await run(process.execPath, [BIN, 'explain', '--help'], {
      env: { ...process.env, LANG: 'C', LC_ALL: '', NO_COLOR: undefined, ...environment },
    });
    expect(stdout).toBe(readFileSync(join(TEXTS, 'en', 'help-explain.txt'), 'utf8'));
  },
);
