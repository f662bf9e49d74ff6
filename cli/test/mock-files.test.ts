import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { closeAll, opened } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
/** Where scenarios of our own are: one file is written for each test. */
const own = (name = ''): string => join(folder, 'scenarios', name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openwaybill-files-'));
  mkdirSync(own());
});
afterAll(() => {
  closeAll();
  rmSync(folder, { recursive: true, force: true });
});

const MAGIC = 'ZZ010000000016';

const run = async (...argv: readonly string[]) => {
  const io = quietIo(Promise.resolve());
  const code = await main(['mock', ...argv], io);
  return { code, out: io.stdout.join('\n'), err: io.stderr.join('\n') };
};

type Called = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> };

const caller =
  ({ url = '', token = '' }: { readonly url?: string; readonly token?: string } = {}) =>
  async (method: string, path: string, body?: unknown, more = {}): Promise<Called> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'OpenWaybill-Version': SPOKEN_VERSION,
        'Idempotency-Key': crypto.randomUUID(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };

const scenario = (more: object = {}) => ({
  id: '21',
  title: { en: 'Mine', zh: '自定' },
  steps: [
    { after: 'PT0S', code: 'ORDER_PLACED' },
    { after: 'PT2H', code: 'PICKED_UP' },
    { after: 'PT3H', code: 'DELIVERED' },
  ],
  ends: { parcel: 'DELIVERED', order: 'COMPLETED' },
  ...more,
});

/** A receiver that asks the mock for the parcel while it is handed an event of it. */
const curiousReceiver = (ask: () => Promise<unknown>): Promise<string> =>
  opened(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { data } = JSON.parse(Buffer.concat(chunks).toString());
      if (data.challenge === undefined) await ask();
      const answer = data.challenge === undefined ? undefined : { challenge: data.challenge };
      response.writeHead(answer === undefined ? 204 : 200, { 'Content-Type': 'application/json' });
      response.end(answer === undefined ? undefined : JSON.stringify(answer));
    }),
  );

test('a run is repeated byte for byte, and receivers answer as then', async () => {
  writeFileSync(own('21.json'), JSON.stringify(scenario()));
  const server = await started('--record', at('run.json'), '--scenarios', own());
  const call = caller(server.parties[0]);
  let asked = 0;
  const url = await curiousReceiver(async () => {
    asked += 1;
    await call('GET', `/v1/parcels/ZZ/${MAGIC}`);
  });
  expect((await call('GET', `/v1/parcels/ZZ/${MAGIC}`)).status).toBe(200);
  const subscription = {
    subscriptionId: crypto.randomUUID(),
    callbackUrl: `${url}/hooks`,
    eventTypes: ['org.openwaybill.tracking.event.recorded'],
    signing: 'V1A',
  };
  expect((await call('POST', '/v1/event-subscriptions', subscription)).status).toBe(201);
  expect((await call('POST', '/v1/orders', { wrong: true })).status).toBe(422);
  expect((await call('POST', '/_mock/clock/advance', { by: 'PT12H' })).status).toBe(200);
  expect((await call('GET', '/v1/parcels/ZZ/ZZ210000000010')).status).toBe(200);
  expect(await server.stop()).toBe(0);
  closeAll();
  expect(asked).toBeGreaterThan(0);

  const again = await run('--play', at('run.json'), '--json');
  expect([again.code, again.out]).toEqual([0, '{"turnCount":5}']);

  const recorded = readFileSync(at('run.json'), 'utf8');
  writeFileSync(at('other.json'), recorded.replace('DEPARTED_ORIGIN', 'DEPARTED_HUB'));
  const other = await run('--play', at('other.json'), '--json');
  expect([other.code, JSON.parse(other.out)]).toMatchObject([
    1,
    { turnCount: 5, divergence: { recorded: expect.stringContaining('DEPARTED_HUB') } },
  ]);
}, 60_000);

test('a parcel lives the scenario of a file of its own', async () => {
  writeFileSync(own('21.json'), JSON.stringify(scenario()));
  const server = await started('--store', 'memory', '--scenarios', own(), '--role', 'courier');
  const call = caller(server.parties[0]);
  const waybillNo = 'ZZ210000000010';
  await call('GET', `/v1/parcels/ZZ/${waybillNo}`);
  const until = { waybillNo, status: 'DELIVERED' };
  const { body } = await call('POST', '/_mock/clock/advance', { until });
  expect(body).toMatchObject({ now: '2026-11-10T19:00:00.000Z', reached: { isWanted: true } });
  await server.stop();
}, 30_000);

test('a snapshot is looked at by itself', async () => {
  const server = await started('--store', 'memory', '--role', 'courier', '--seed', '7');
  const call = caller(server.parties[0]);
  await call('GET', `/v1/parcels/ZZ/${MAGIC}`);
  await call('POST', '/_mock/clock/advance', { by: 'PT10H' });
  const { body: kept } = await call('POST', '/_mock/snapshots');
  const { body: snapshot } = await call('GET', `/_mock/snapshots/${kept.id}`);
  await server.stop();
  writeFileSync(at('snapshot.json'), JSON.stringify(snapshot));
  const shown = await started('--inspect', at('snapshot.json'));
  const [party] = shown.parties;
  expect(shown.parties).toHaveLength(1);
  expect(party?.inspector).toBe(`${party?.url}/_mock/?tenant=SHOPONE`);
  const { body } = await caller(party)('GET', `/_mock/timeline/${MAGIC}`);
  expect(body.scans.map(({ eventCode }: { eventCode: string }) => eventCode)).toContain(
    'ARRIVED_HUB',
  );
  expect(await (await fetch(party?.inspector ?? '')).text()).toContain('<div id="app">');
  await shown.stop();
  expect(readFileSync(at('snapshot.json'), 'utf8')).toBe(JSON.stringify(snapshot));
}, 30_000);

test.each<[string, { given: object | string; want: string }]>([
  ['a text that is no JSON', { given: '{', want: '21.json is not JSON' }],
  ['a number of the standard', { given: scenario({ id: '01' }), want: '21.json#/id' }],
  ['a number of one digit', { given: scenario({ id: '7' }), want: '21.json#/id' }],
  [
    'a code that no list has',
    {
      given: scenario({ steps: [{ after: 'PT0S', code: 'FLOWN' }] }),
      want: '21.json#/steps/0/code',
    },
  ],
  [
    'an end to which the steps do not lead',
    {
      given: scenario({ ends: { parcel: 'LOST', order: 'COMPLETED' } }),
      want: '21.json#/ends/parcel: the steps end in DELIVERED',
    },
  ],
])('a scenario with %s starts nothing', async (_title, { given, want }) => {
  writeFileSync(own('21.json'), typeof given === 'string' ? given : JSON.stringify(given));
  for (const language of ['en', 'zh']) {
    const { code, err } = await run('--scenarios', own(), '--lang', language);
    expect([code, /[一-龥]/.test(err)]).toEqual([2, language === 'zh']);
    if (language === 'en') expect(err).toContain(want);
  }
});

test('two files of one number start nothing', async () => {
  for (const name of ['21.json', 'again.json'])
    writeFileSync(own(name), JSON.stringify(scenario()));
  const { code, err } = await run('--scenarios', own());
  expect([code, err]).toEqual([2, expect.stringContaining('again.json#/id is no free number')]);
});
