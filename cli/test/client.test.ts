import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

test('a client is written, and found up to date', async () => {
  const io = memoryIo();
  const argv = ['generate', 'client', '--lang', 'ts', '--role', 'platform', '--out', 'mine'];
  expect(await main(argv, io)).toBe(0);
  expect(io.files.get('mine/index.ts')).toContain('connect');
  expect(await main([...argv, '--check'], io)).toBe(0);
  io.files.set('mine/index.ts', '');
  expect(await main([...argv, '--check'], io)).toBe(1);
});

test.each([
  ['another language', { given: ['--lang', 'cobol', '--out', 'mine'], want: 'ts' }],
  [
    'no role of the standard',
    { given: ['--role', 'couriers', '--out', 'mine'], want: 'Write courier' },
  ],
  ['no folder', { given: ['--lang', 'ts'], want: '--out' }],
])('%s is wrong use', async (_title, { given, want }) => {
  const io = memoryIo();
  expect(await main(['generate', 'client', ...given], io)).toBe(2);
  expect(io.stderr.join('\n')).toContain(want);
});
