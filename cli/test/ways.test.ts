import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWays } from '../src/check/read-ways.ts';
import { main } from '../src/main.ts';
import { askOperator } from '../src/shore/ask-operator.ts';
import { memoryIo } from './_memory-io.ts';
import { quietIo, started } from './_systems.ts';

const USE = JSON.stringify({ version: 1, waybills: [{ waybillNo: 'ZZ1', expendable: true }] });

test.each<[string, { given: Parameters<typeof readWays>[0]; isAsking?: true; want: unknown }]>([
  ['every way is gone, and nobody asked, where nobody is', { given: {}, want: {} }],
  [
    'somebody at a terminal is waited for five minutes',
    { given: {}, isAsking: true, want: { operatorMilliseconds: 300_000 } },
  ],
  [
    'the wait is as long as is said',
    { given: { wait: 'PT30S' }, isAsking: true, want: { operatorMilliseconds: 30_000 } },
  ],
  ['nobody is asked who does not want it', { given: { prompt: false }, isAsking: true, want: {} }],
  ['nobody is asked by a program', { given: { json: true }, isAsking: true, want: {} }],
  [
    'ways are in their own order',
    {
      given: { onlyRungs: ['test-control', 'construct'] },
      want: { rungs: ['CONSTRUCT', 'TEST_CONTROL'] },
    },
  ],
  ['a file says what may be used', { given: { use: 'ids.json' }, want: { use: JSON.parse(USE) } }],
])('%s', async (_title, { given, isAsking, want }) => {
  const io = memoryIo({ 'ids.json': USE }, { canBeAsked: isAsking === true });
  expect(await readWays(given, io)).toEqual({ ways: want });
});

test.each<[string, { keys: readonly (string | undefined)[]; want: 'DONE' | 'CANNOT' }]>([
  ['y says that it is done', { keys: ['y'], want: 'DONE' }],
  ['so does the key of a line', { keys: ['\r'], want: 'DONE' }],
  ['n says that it cannot be done', { keys: ['n'], want: 'CANNOT' }],
  ['any other key says nothing', { keys: ['x', 'ä', 'y'], want: 'DONE' }],
  ['silence until the deadline is no', { keys: [undefined], want: 'CANNOT' }],
])('%s', async (_title, { keys, want }) => {
  const left = [...keys];
  const io = memoryIo({}, { isTerminal: true, keyPressed: async () => left.shift() });
  const ask = askOperator('en', io);
  expect(await ask({ en: 'Scan it', zh: '请扫描' }, { milliseconds: 60_000 })).toBe(want);
  expect(io.stderr[0]).toBe('Scan it');
  expect(left).toEqual([]);
});

test('nobody need say that it is done where it shows', async () => {
  const io = memoryIo(
    {},
    {
      isTerminal: true,
      keyPressed: (ended) =>
        new Promise((done) => ended.addEventListener('abort', () => done(undefined))),
    },
  );
  const ask = askOperator('en', io);
  const limit = { milliseconds: 60_000, shown: Promise.resolve() };
  expect(await ask({ en: 'Order it', zh: '请下单' }, limit)).toBe('DONE');
  expect(io.stderr.at(-1)).toBe('it has arrived');
});

describe('a courier that is watched and not steered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openwaybill-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let server: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    server = await started('--still', '--store', 'memory', '--role', 'courier');
  }, 60_000);
  afterAll(() => server.stop());

  /** Does at the courier what the last lines ask for. */
  const scanning = async (said: readonly string[]): Promise<string> => {
    const [courier] = server.parties;
    const [, waybillNo = '', codes = ''] = /parcel (\S+): (.*)$/m.exec(said.join('\n')) ?? [];
    for (const eventCode of codes.split(', ')) {
      const answer = await fetch(`${courier?.url}/v1/test-controls/scans`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${courier?.token}`,
          'Content-Type': 'application/json',
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify({ carrierCode: 'ZZ', waybillNo, eventCode }),
      });
      expect(answer.status).toBeLessThan(300);
    }
    return 'y';
  };
  const run = async (more: readonly string[]) => {
    const io = quietIo();
    const argv = ['check', server.parties[0]?.url ?? '', '--only', 'order-cancel'];
    const whole = { ...io, isTerminal: true, canBeAsked: true, draw: () => undefined };
    const asking = { ...whole, keyPressed: () => scanning(io.stderr) };
    const code = await main([...argv, '--depth', 'WIRE', '--out', folder, ...more], asking);
    return { code, said: io.stderr.join('\n'), report: io.stdout.join('\n') };
  };

  test('is asked for a scan by hand', async () => {
    const { said } = await run([]);
    expect(said).toMatch(/record, in this order, for the parcel ZZ\S+: PICKED_UP/);
    expect(said).toContain('press y when it is done');
  });

  test('is not asked for anything with --no-prompt', async () => {
    const { said } = await run(['--no-prompt']);
    expect(said).not.toContain('press y');
  });

  test.each<[string, { given: readonly string[]; want: string }]>([
    ['a way that there is not', { given: ['--only-rungs', 'magic'], want: 'construct, discover' }],
    ['a file that there is not', { given: ['--use', 'none.json'], want: 'none.json' }],
  ])('%s ends the run with exit code 2', async (_title, { given, want }) => {
    const { code, said } = await run(given);
    expect([code, said.includes(want)]).toEqual([2, true]);
  });
});
