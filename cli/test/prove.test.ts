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
  'conformance/src/faults/wire/reach.ts': "import { checks } from '../../checks/index.ts'",
  'conformance/src/scenarios/courier/order-natural-key.ts': "id: 'order-natural-key'",
  'conformance/src/scenarios/courier/order-update.ts':
    "id: 'order-update' // as 'order-natural-key'",
  'conformance/src/checks/index.ts':
    "import { a } from './order.ts'; import { b } from './waybill.ts'",
  'conformance/src/checks/order.ts': "checkOf('ORD-003', {})",
  'conformance/src/checks/waybill.ts': "checkOf(['WBL-001', 'WBL-002'], {})",
  'conformance/src/checks/derived/shape.ts': "requirements: ['DSC-021'],",
  'conformance/src/modules/locker/index.ts':
    "import { c } from './checks.ts'; id: 'locker-deposit', touches: ['DSC-021', 'ORD-003']",
  'conformance/src/modules/locker/checks.ts': "checkOf('LCK-001', {})",
  'conformance/src/judge.ts': 'd',
  'conformance/src/null-systems/echo.ts': 'e',
  'packages/mock/src/engine/mock.ts': 'b',
  'packages/mock/src/modules/locker/index.ts': 'c',
  'schemas/src/locker/deposit.ts': 'f',
};

type Stand = Parameters<ReturnType<typeof digestsOf>['digestOf']>;
const BY_HAND: Stand = [
  { id: 'order-duplicated', kind: 'hand', violates: ['ORD-003'] },
  ['order-natural-key'],
  ['order'],
];
const DERIVED: Stand = [
  { id: 'wire:Order/orderNo:drop@courier.server', kind: 'wire', violates: ['DSC-021'] },
  ['order-natural-key'],
  ['discovery', 'order'],
];
const OF_MODULE: Stand = [
  { id: 'wire:LockerDeposit/x:drop@locker.server', kind: 'wire', violates: ['DSC-021'] },
  ['model-locker-deposit'],
  ['discovery', 'locker'],
];
const PLAYED: Stand = [
  { id: 'wire:Problem/x:drop@locker.server', kind: 'wire', violates: ['DSC-021'] },
  ['locker-deposit'],
  ['discovery'],
];

const digestOf = (sources: Sources, stand: Stand): string =>
  digestsOf(sources, new Set(['locker'])).digestOf(...stand);

describe.each<[string, { stand: Stand; want: readonly string[] }]>([
  [
    'a fault by hand',
    {
      stand: BY_HAND,
      want: [
        'conformance/src/faults/hand/order.ts',
        'conformance/src/faults/bend.ts',
        'conformance/src/scenarios/courier/order-natural-key.ts',
        'conformance/src/checks/order.ts',
        'conformance/src/judge.ts',
        'packages/mock/src/engine/mock.ts',
      ],
    },
  ],
  [
    'a derived fault, and not by every check that there is',
    {
      stand: DERIVED,
      want: [
        'conformance/src/faults/wire/reach.ts',
        'conformance/src/scenarios/courier/order-natural-key.ts',
        'conformance/src/checks/index.ts',
        'conformance/src/checks/derived/shape.ts',
        'conformance/src/judge.ts',
        'packages/mock/src/engine/mock.ts',
      ],
    },
  ],
  ...(
    [
      ['a derived fault of a module, by all of the module', OF_MODULE],
      ['a fault that is seen in a scenario of a module, likewise', PLAYED],
    ] as const
  ).map(([title, stand]): [string, { stand: Stand; want: readonly string[] }] => [
    title,
    {
      stand,
      want: [
        'conformance/src/faults/wire/reach.ts',
        'conformance/src/checks/index.ts',
        'conformance/src/checks/derived/shape.ts',
        'conformance/src/modules/locker/index.ts',
        'conformance/src/modules/locker/checks.ts',
        'conformance/src/judge.ts',
        'packages/mock/src/engine/mock.ts',
        'packages/mock/src/modules/locker/index.ts',
        'schemas/src/locker/deposit.ts',
      ],
    },
  ]),
])('to be looked at again is %s', (_title, { stand, want }) => {
  test('where these have changed, and no others', async () => {
    const before = digestOf(await readSources('.', memoryIo(FILES)), stand);
    const found: string[] = [];
    for (const path of Object.keys(FILES)) {
      const files = { ...FILES, [path]: `${FILES[path]} // changed` };
      if (digestOf(await readSources('.', memoryIo(files)), stand) !== before) found.push(path);
    }
    expect(found.sort()).toEqual([...want].sort());
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
