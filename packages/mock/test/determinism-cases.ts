import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ndjsonOf } from '../src/control/log.ts';
import type { Delivery } from '../src/engine/options.ts';
import { memoryStore, type Store } from '../src/index.ts';
import type { Scenario } from '../src/world/scenario.ts';
import { creation, HOUR, submission, type TestCourier, testCourier } from './mock-courier.ts';
import { courierWithReceivers, order, told } from './receivers.ts';

const FOLDER = new URL('../../../seeds/scenarios/', import.meta.url);
const scenarios: readonly Scenario[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));

const START = Date.parse('2026-11-11T00:00:00+08:00');
const PLAYED = ['02', '08', '15'];

/** A courier on some day of real time, in the world of the scenarios. */
const courierOn = (store: Store, day: number): Promise<TestCourier> =>
  testCourier({
    store,
    movement: 'SCENARIO',
    world: { scenarios },
    wallClock: () => START + day * 24 * HOUR,
  });

const keyOf = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

/** The first half of the commands: orders and their waybills. */
const begin = async (courier: TestCourier): Promise<string[]> => {
  const said: string[] = [];
  for (const [at, id] of PLAYED.entries()) {
    const orderNo = `MOCK-${id}-1`;
    for (const [path, body] of [
      ['/orders', submission(orderNo)],
      ['/waybills', creation(orderNo)],
      ['/waybills', creation(orderNo, { packageId: 'P9' })],
    ] as const) {
      const key = keyOf(100 * at + said.length);
      said.push(JSON.stringify((await courier.call('POST', path, body, { key })).body));
    }
  }
  await courier.advance(12 * HOUR);
  return said;
};

/** The second half: time, and commands that it is too late for. */
const goOn = async (courier: TestCourier): Promise<string[]> => {
  const said: string[] = [];
  await courier.advance(40 * HOUR);
  for (const [at, id] of PLAYED.entries()) {
    const path = `/orders/MOCK-${id}-1/cancel`;
    const key = keyOf(9000 + at);
    const { status, body } = await courier.call('POST', path, { reason: 'OTHER' }, { key });
    said.push(`${status} ${JSON.stringify(body)}`);
  }
  await courier.advance(200 * HOUR);
  said.push(JSON.stringify((await courier.call('GET', '/orders')).body));
  return said;
};

const URLS = ['a', 'b', 'c'].map((name) => `https://platform.test/${name}`);

/** Receivers of which the first is the last to answer, and that fail again and again. */
const unlike = () => {
  let count = 0;
  return async ({ url }: Delivery) => {
    count += 1;
    const status = count % 5 < 3 ? 503 : 200;
    for (let turn = URLS.indexOf(url); turn < URLS.length; turn += 1)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    return { status, body: '' };
  };
};

const logOf = async ({ mock }: TestCourier): Promise<string> => ndjsonOf(await mock.control.log());

/** What every store and every day make of one command list; the first run is told by whoever asks. */
export const determinismCases = (name: string, open: () => Promise<Store>): void => {
  test(`${name} gives the log and the answers of memory, on any day`, async () => {
    const first = await courierOn(memoryStore(), 0);
    const want = [...(await begin(first)), ...(await goOn(first))];
    const other = await courierOn(await open(), 3);
    expect([...(await begin(other)), ...(await goOn(other))]).toEqual(want);
    expect(await logOf(other)).toBe(await logOf(first));
    expect((await logOf(first)).split('\n').length).toBeGreaterThan(40);
  });

  test(`${name} goes on from a snapshot of memory as if it had never stopped`, async () => {
    const first = await courierOn(memoryStore(), 0);
    await begin(first);
    const { id } = await first.mock.control.snapshots.take();
    const document = JSON.parse(JSON.stringify(await first.mock.control.snapshots.read(id)));
    const want = await goOn(first);
    const log = await logOf(first);
    const other = await courierOn(await open(), 5);
    await other.mock.control.snapshots.load(document);
    expect(await goOn(other)).toEqual(want);
    expect(await logOf(other)).toBe(log);
    await first.mock.control.snapshots.restore(id);
    expect(await goOn(first)).toEqual(want);
    expect(await logOf(first)).toBe(log);
  });

  test(`${name} tries receivers side by side in the order of memory`, async () => {
    const [first, other] = await Promise.all(
      [memoryStore(), open()].map(async (store) => {
        const courier = await courierWithReceivers(URLS, unlike(), { store: await store });
        await order(courier, 3);
        await courier.advance(HOUR);
        const { rows } = await courier.mock.control.state();
        return { told: told(courier), rows, log: await logOf(courier) };
      }),
    );
    expect(other).toEqual(first);
    expect(first?.told.length).toBeGreaterThan(3 * 3);
  });
};
