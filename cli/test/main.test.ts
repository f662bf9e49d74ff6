import { expect, test } from 'vitest';
import { EXIT, worstOf } from '../src/exit-codes.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

test.each([
  ['help is a success', { given: ['--help'], want: EXIT.ok }],
  ['nothing at all prints help', { given: [], want: EXIT.ok }],
  ['the version is a success', { given: ['--version'], want: EXIT.ok }],
  ['an unknown command is wrong use', { given: ['validat'], want: EXIT.usage }],
  ['an unknown option is wrong use', { given: ['list', 'modules', '--al'], want: EXIT.usage }],
  ['a missing argument is wrong use', { given: ['list'], want: EXIT.usage }],
  ['a missing option is wrong use', { given: ['validate', 'a.json'], want: EXIT.usage }],
  ['a group named alone is wrong use', { given: ['new'], want: EXIT.usage }],
  ['one word too many is wrong use', { given: ['list', 'modules', 'all'], want: EXIT.usage }],
  [
    'a language of nobody is wrong use',
    { given: ['list', 'modules', '--lang', 'xx'], want: EXIT.usage },
  ],
  [
    'a file that is not there is wrong use',
    {
      given: ['validate', 'none.json', '--message', 'Money'],
      want: EXIT.usage,
    },
  ],
  ['an unknown product is wrong use', { given: ['generate', 'schema'], want: EXIT.usage }],
])('%s', async (_title, { given, want }) => {
  const io = memoryIo();
  expect(await main(given, io)).toBe(want);
  const said = want === EXIT.ok ? io.stdout : io.stderr;
  expect(said.join('\n')).not.toBe('');
  expect((want === EXIT.ok ? io.stderr : io.stdout).join('\n')).toBe('');
});

test.each([
  ['a command', { given: ['validat'], want: 'Write validate' }],
  ['an option', { given: ['list', 'modules', '--modul', 'x'], want: 'Write --module' }],
  ['a list', { given: ['list', 'operation'], want: 'Write operations' }],
  ['a product', { given: ['generate', 'schema'], want: 'Write schemas' }],
  ['a name of the standard', { given: ['explain', 'WBL-0010'], want: 'Write WBL-0' }],
  [
    'a message',
    { given: ['validate', '-', '--message', 'OrderSubmision'], want: 'Write OrderSubmission' },
  ],
])('the nearest name is offered for %s', async (_title, { given, want }) => {
  const io = memoryIo();
  await main(given, io);
  expect(io.stderr.join('\n')).toContain(want);
});

test.each([
  ['by option', { argv: ['--help', '--lang', 'zh'], env: {} }],
  ['by option with a sign', { argv: ['--lang=zh', '--help'], env: {} }],
  ['by LANG', { argv: ['--help'], env: { LANG: 'zh_CN.UTF-8' } }],
  ['by LC_ALL, which wins', { argv: ['--help'], env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' } }],
])('help is Chinese %s', async (_title, { argv, env }) => {
  const io = memoryIo({}, { env });
  await main(argv, io);
  expect(io.stdout.join('\n')).toContain('用法：');
});

test('a defect of our own is code 3 and shows where', async () => {
  const io = memoryIo(
    {},
    {
      read: () => {
        throw new TypeError('broken on purpose');
      },
    },
  );
  expect(await main(['validate', 'a.json', '--message', 'Money'], io)).toBe(EXIT.ours);
  expect(io.stderr.join('\n')).toContain('broken on purpose');
});

test.each([
  ['our failure beats theirs', { given: [1, 3], want: 3 }],
  ['wrong use beats a missing system', { given: [5, 2], want: 2 }],
  ['a failure beats what could not be told', { given: [4, 1], want: 1 }],
  ['incomplete is no success', { given: [0, 4], want: 4 }],
  ['nothing is a success', { given: [], want: 0 }],
] as const)('of several codes %s', (_title, { given, want }) => {
  expect(worstOf(given)).toBe(want);
});

test.each<[string, { argv: readonly string[]; want: readonly string[]; not: RegExp }]>([
  [
    'says what a flag is by itself to nobody',
    {
      argv: ['mock', '--help'],
      want: ['(default: 1)'],
      not: /default: false/,
    },
  ],
  [
    'has no English of the library in Chinese',
    {
      argv: ['mock', '--help', '--lang', 'zh'],
      want: ['（可取 "lax", "strict"；默认 "lax"）', '（默认 1）'],
      not: /default|choices|display/,
    },
  ],
  [
    'is of its own command where that has commands below it',
    { argv: ['--lang', 'zh', 'fault'], want: ['openwaybill fault'], not: /display help/ },
  ],
])('help %s', async (_title, { argv, want, not }) => {
  const io = memoryIo();
  await main(argv, io);
  const told = [...io.stdout, ...io.stderr].join('\n');
  for (const text of want) expect(told).toContain(text);
  expect(told).not.toMatch(not);
});
