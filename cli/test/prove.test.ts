import type { Done } from '@openwaybill/conformance/prove';
import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { openKept } from '../src/prove/kept.ts';
import { digestsOf, readSources, type Sources } from '../src/prove/sources.ts';
import { memoryIo } from './_memory-io.ts';

const PATH = 'proof/faults.ndjson';
const DONE: Done = { kind: 'AGAIN', row: { role: 'courier', differences: [], milliseconds: 1 } };

const kept = async (io: ReturnType<typeof memoryIo>, key: string, isGoingOn: boolean) => {
  const opened = await openKept(PATH, { key, isGoingOn }, io);
  if ('fault' in opened) throw new Error(opened.fault.errno);
  return opened;
};

describe('what was done of a proof', () => {
  test.each<[string, { given: { key: string; isGoingOn: boolean }; want: string[] }]>([
    ['is found again', { given: { key: 'one', isGoingOn: true }, want: ['again:courier'] }],
    ['is nothing to a new proof', { given: { key: 'one', isGoingOn: false }, want: [] }],
    ['is nothing to another suite', { given: { key: 'other', isGoingOn: true }, want: [] }],
  ])('%s', async (_title, { given: { key, isGoingOn }, want }) => {
    const io = memoryIo();
    await (await kept(io, 'one', false)).keep('again:courier', DONE);
    const again = await kept(io, key, isGoingOn);
    expect([...again.done.keys()]).toEqual(want);
  });

  test('outlives a line that was being written', async () => {
    const io = memoryIo();
    await (await kept(io, 'one', false)).keep('again:courier', DONE);
    await io.append(PATH, '{"key":"one","piece":"fault:x","do');
    const again = await kept(io, 'one', true);
    expect(again.done).toEqual(new Map([['again:courier', DONE]]));
    await again.keep('again:platform', DONE);
    expect((await kept(io, 'one', true)).done.size).toBe(2);
  });
});

const FILES: Readonly<Record<string, string>> = {
  'conformance/src/faults/hand/order.ts': "import { x } from '../bend.ts'; id: 'order-duplicated'",
  'conformance/src/faults/bend.ts': 'a',
  'conformance/src/scenarios/courier/order-natural-key.ts': "id: 'order-natural-key'",
  'conformance/src/checks/order.ts': "checkOf('ORD-003', {})",
  'conformance/src/checks/waybill.ts': "checkOf('WBL-001', {})",
  'conformance/src/judge.ts': 'd',
  'packages/mock/src/engine/mock.ts': 'b',
  'packages/mock/src/modules/locker/index.ts': 'c',
};

const digestOf = (sources: Sources): string =>
  digestsOf(sources, new Set(['locker'])).digestOf(
    { id: 'order-duplicated', kind: 'hand', violates: ['ORD-003'] },
    ['order-natural-key'],
    ['order'],
  );

describe('a fault is to be looked at again', async () => {
  const before = digestOf(await readSources('.', memoryIo(FILES)));

  test.each([
    ['where its own file changed', { given: 'conformance/src/faults/hand/order.ts', want: true }],
    ['where what that imports changed', { given: 'conformance/src/faults/bend.ts', want: true }],
    [
      'where its scenario changed',
      { given: 'conformance/src/scenarios/courier/order-natural-key.ts', want: true },
    ],
    ['where its check changed', { given: 'conformance/src/checks/order.ts', want: true }],
    ['where the judge changed', { given: 'conformance/src/judge.ts', want: true }],
    ['where the reference changed', { given: 'packages/mock/src/engine/mock.ts', want: true }],
    ['not by another check', { given: 'conformance/src/checks/waybill.ts', want: false }],
    ['not by another module', { given: 'packages/mock/src/modules/locker/index.ts', want: false }],
  ])('%s', async (_title, { given, want }) => {
    const files = { ...FILES, [given]: `${FILES[given]} // changed` };
    expect(digestOf(await readSources('.', memoryIo(files))) !== before).toBe(want);
  });
});

test.each([
  [
    'an id that nobody knows is told with those near it',
    { given: ['--only', 'order-dup'], want: ['order-dup is no fault', 'order-duplicated'] },
  ],
  [
    'what changed is not told without an earlier proof',
    { given: ['--changed'], want: ['is no earlier proof', 'once and whole'] },
  ],
])('%s', async (_title, { given, want }) => {
  const io = memoryIo();
  expect(await main(['prove', ...given], io)).toBe(2);
  for (const words of want) expect(io.stderr.join('\n')).toContain(words);
});
