import { afterAll, expect, test } from 'vitest';
import { LEASED_FOR } from '../../src/engine/lanes.ts';
import { creation, submission } from '../mock-courier.ts';
import {
  type Answered,
  type CourierProcess,
  emptySchema,
  SERVER,
  startCourier,
  startReceiver,
} from './processes.ts';

/** One database, and two processes on it; the last two tests end one of them each. */
const database = await emptySchema('openwaybill_processes');
const [first, second] = (await Promise.all([
  startCourier(database.schema),
  startCourier(database.schema),
])) as [CourierProcess, CourierProcess];
const closing: (() => Promise<void>)[] = [database.close, first.kill, second.kill];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

const receiver = async () => {
  const made = await startReceiver();
  closing.push(made.close);
  return made;
};

const subscribe = async (courier: CourierProcess, callbackUrl: string): Promise<void> => {
  const subscriptionId = crypto.randomUUID();
  const made = await courier.call('POST', '/event-subscriptions', {
    subscriptionId,
    callbackUrl,
    eventTypes: ['org.openwaybill.agreement.status.changed'],
    signing: 'V1A',
  });
  expect(made.status).toBe(201);
  let state = made.body.state;
  while (state !== 'ACTIVE')
    state = (await courier.call('GET', `/event-subscriptions/${subscriptionId}`)).body.state;
};

const agreementOf = async (courier: CourierProcess): Promise<string> =>
  (await courier.call('GET', '/agreements')).body.items[0].agreementId;

test('a PostgreSQL server is named', () => {
  expect(SERVER, 'OPENWAYBILL_POSTGRES_URL names no server').not.toBe('');
});

test('two processes deliver every event once, in its order, one at a time', async () => {
  const couriers = [first, second] as const;
  const to = await receiver();
  await subscribe(first, to.url);
  const agreement = await agreementOf(first);
  const COUNT = 40;
  for (let at = 0; at < COUNT; at += 1) {
    const step = at % 2 === 0 ? 'suspend' : 'resume';
    const courier = couriers[Math.floor(at / 2) % 2 === 0 ? 0 : 1];
    const { status } = await courier.call('POST', `/agreements/${agreement}/${step}`);
    expect(status).toBe(200);
  }
  await to.has(COUNT);
  const sequences = to.arrived.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...sequences].sort());
  expect(new Set(to.arrived.map(({ id }) => id)).size).toBe(COUNT);
  expect(to.arrived.length).toBe(COUNT);
  expect(to.atOnce()).toBe(1);
  expect(couriers.flatMap(({ defects }) => defects)).toEqual([]);
});

test('a tenant finds nothing of another, whichever process it asks', async () => {
  expect((await first.call('POST', '/orders', submission('SO-1'))).status).toBe(201);
  const asked = { as: 'SHOPTWO' } as const;
  expect((await second.call('GET', '/orders/SO-1')).status).toBe(200);
  expect((await second.call('GET', '/orders/SO-1', undefined, asked)).status).toBe(404);
  expect((await second.call('GET', '/orders', undefined, asked)).body.items).toEqual([]);
  expect((await second.call('POST', '/orders', submission('SO-1'), asked)).status).toBe(201);
});

/** Sends orders through these processes in turn until all have an answer of a server; each is one package with one number. */
const shipAll = async (
  name: string,
  couriers: () => readonly CourierProcess[],
  count: number,
  seen: (orderNo: string, answer: Answered) => void,
): Promise<void> => {
  const ship = async (at: number): Promise<void> => {
    const orderNo = `${name}-${at}`;
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const;
    const until = async (path: string, body: unknown, key: string): Promise<void> => {
      for (let turn = at; ; turn += 1) {
        const alive = couriers();
        const courier = alive[turn % alive.length] as CourierProcess;
        const [answer] = await Promise.allSettled([courier.call('POST', path, body, { key })]);
        // a process that was ended answers nobody: the next one is asked
        if (answer.status === 'rejected') continue;
        const { status, body: said } = answer.value;
        seen(orderNo, answer.value);
        if (status === 201) return;
        expect(said.retryable, JSON.stringify(said)).toBe(true);
      }
    };
    await until('/orders', submission(orderNo), keys[0]);
    await until('/waybills', creation(orderNo), keys[1]);
  };
  await Promise.all(Array.from({ length: count }, (_, at) => ship(at)));
};

/** Numbers of the waybills by order, as a process lists them, sorted. */
const waybillsOf = async (courier: CourierProcess, name: string) => {
  const found = new Map<string, string>();
  let cursor = '';
  do {
    const { body } = await courier.call('GET', `/waybills?limit=50${cursor}`);
    for (const { orderNo, waybillNo } of body.items) {
      if (!orderNo.startsWith(name)) continue;
      expect(found.has(orderNo), `${orderNo} has two waybills`).toBe(false);
      found.set(orderNo, waybillNo);
    }
    cursor = body.nextCursor === undefined ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  return [...found].sort();
};

test('a lost database is told, and nothing acknowledged goes with it', async () => {
  const couriers = [first, second];
  const COUNT = 40;
  const refused: Answered[] = [];
  const acknowledged = new Map<string, string>();
  let isOver = false;
  const dropping = (async () => {
    let dropped = 0;
    while (!isOver) dropped += await database.dropConnections();
    return dropped;
  })();
  let refusedCount = 0;
  await shipAll(
    'LOST',
    () => couriers,
    COUNT,
    (orderNo, answer) => {
      if (answer.status === 201 && answer.body.waybillNo !== undefined)
        acknowledged.set(orderNo, answer.body.waybillNo);
      if (answer.status === 201) return;
      refused.push(answer);
      refusedCount += 1;
      if (refusedCount > COUNT) isOver = true;
    },
  );
  isOver = true;
  expect(await dropping).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  expect([
    ...new Set(
      refused.map(({ status, body, retryAfter }) => `${status} ${body.code} ${retryAfter}`),
    ),
  ]).toEqual(['503 UPSTREAM_UNAVAILABLE 1']);
  expect(await waybillsOf(first, 'LOST')).toEqual([...acknowledged].sort());
  expect(acknowledged.size).toBe(COUNT);
  expect(couriers.flatMap(({ defects }) => defects)).toEqual([]);
});

test('what was acknowledged outlives the process, and is there once', async () => {
  const COUNT = 60;
  const acknowledged = new Map<string, string>();
  let alive: readonly CourierProcess[] = [first, second];
  await shipAll(
    'KILL',
    () => alive,
    COUNT,
    (orderNo, { status, body }) => {
      if (status === 201 && body.waybillNo !== undefined) acknowledged.set(orderNo, body.waybillNo);
      if (acknowledged.size < 15 || alive.length === 1) return;
      alive = [second];
      first.child.kill('SIGKILL');
    },
  );
  expect(first.child.signalCode).toBe('SIGKILL');
  expect(acknowledged.size).toBe(COUNT);
  expect(new Set(acknowledged.values()).size).toBe(COUNT);
  expect(await waybillsOf(second, 'KILL')).toEqual([...acknowledged].sort());
  expect(second.defects).toEqual([]);
});

test('a delivery outlives the process that had begun it', async () => {
  const to = await receiver();
  await subscribe(second, to.url);
  const agreement = await agreementOf(second);
  to.fallSilent();
  await second.call('POST', `/agreements/${agreement}/suspend`);
  await to.has(1);
  await second.kill();
  to.speakAgain();
  // its lease has run out by the clock of the third one
  const third = await startCourier(database.schema, { ahead: LEASED_FOR + 1_000 });
  closing.push(third.kill);
  await to.has(2);
  await third.call('POST', `/agreements/${agreement}/resume`);
  await to.has(3);
  const ids = to.arrived.map(({ id }) => id);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(2);
  expect(third.defects).toEqual([]);
});
