import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

test.each([
  ['ts', { given: 'index.ts', want: 'connect' }],
  ['python', { given: 'client.py', want: 'def create_waybill(' }],
  ['go', { given: 'client.go', want: ') CreateWaybill(ctx context.Context' }],
  [
    'java',
    {
      given: 'src/main/java/org/openwaybill/Client.java',
      want: 'public Outcome<Waybill> createWaybill(WaybillCreation body)',
    },
  ],
])('a client in %s is written, and found up to date', async (language, { given, want }) => {
  const io = memoryIo();
  const argv = ['generate', 'client', '--lang', language, '--role', 'platform', '--out', 'mine'];
  expect(await main(argv, io)).toBe(0);
  expect(io.files.get(`mine/${given}`)).toContain(want);
  io.files.set('mine/__pycache__/client.cpython-39.pyc', 'made by an interpreter');
  expect(await main([...argv, '--check'], io)).toBe(0);
  io.files.set(`mine/${given}`, '');
  expect(await main([...argv, '--check'], io)).toBe(1);
});

test.each([
  ['another language', { given: ['--lang', 'cobol', '--out', 'mine'], want: 'ts' }],
  [
    'no role of the standard',
    { given: ['--role', 'couriers', '--out', 'mine'], want: 'Write courier' },
  ],
  [
    'no module with operations',
    { given: ['--modules', 'order,waybil', '--out', 'mine'], want: 'Write waybill' },
  ],
  ['no folder', { given: ['--lang', 'ts'], want: '--out' }],
])('%s is wrong use', async (_title, { given, want }) => {
  const io = memoryIo();
  expect(await main(['generate', 'client', ...given], io)).toBe(2);
  expect(io.stderr.join('\n')).toContain(want);
});

test('a client of some modules has their operations and no others', async () => {
  const io = memoryIo();
  const argv = ['generate', 'client', '--lang', 'go', '--modules', 'waybill, claims'];
  expect(await main([...argv, '--out', 'mine'], io)).toBe(0);
  const text = io.files.get('mine/client.go');
  expect(text).toContain(') CreateWaybill(');
  expect(text).toContain(') AddClaimEvidence(');
  expect(text).not.toContain(') SubmitOrder(');
});
