// How long a courier in memory takes to advance many waybills by a day: every step of their scenario, with its events.
// Run: node --conditions=@openwaybill/source packages/mock/bench/advance.ts [waybills] [rounds]
import { readFileSync } from 'node:fs';
import { systemSha256 } from '@openwaybill/mock/node';
import { createTestMock } from '@openwaybill/mock/testing';
import { registry } from '@openwaybill/schemas';

const WAYBILLS = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const GOAL_SECONDS = 2;
const DAY = 24 * 3_600_000;
const PLATFORM = 'SHOPONE';

const scenarios = [
  JSON.parse(readFileSync(new URL('../../../seeds/scenarios/01.json', import.meta.url), 'utf8')),
];
const example = (name: string): object =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object;
const order = example('OrderSubmission') as { readonly packages: readonly object[] };
const waybill = example('WaybillCreation');
const plan = order.packages[0] as object;

/** Time for one day of a courier that has just made its waybills, in seconds, with what happened in it. */
const round = async () => {
  const courier = await createTestMock({
    movement: 'SCENARIO',
    world: { scenarios },
    sha256: systemSha256,
  });
  const token = courier.developmentTokens.get(PLATFORM);
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await courier.fetch(
      new Request(`https://courier.test/v1${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'OpenWaybill-Version': '1.0',
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify(body),
      }),
    );
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const filledAt = performance.now();
  for (let at = 0; at < WAYBILLS; at += 1) {
    const orderNo = `BENCH-${at}`;
    await post('/orders', { ...order, orderNo, packages: [{ ...plan, packageId: 'P1' }] });
    // drawing a label takes longer than everything else about a waybill
    await post('/waybills', { ...waybill, orderNo, packageId: 'P1', labelFormat: 'ZPL' });
  }
  await courier.settled();
  const now = await courier.system.transact(PLATFORM, async (_, at) => Date.parse(at));
  const eventsOf = () =>
    courier.system.transact(
      PLATFORM,
      async (unit) => (await unit.list({ collection: 'event', owner: PLATFORM })).length,
    );
  const before = await eventsOf();
  const filling = (performance.now() - filledAt) / 1000;
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const fired = await courier.system.advance(PLATFORM, now + DAY);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await courier.settled();
  const events = (await eventsOf()) - before;
  await courier.close();
  return { filling, seconds, cpu: (user + system) / 1e6, fired, events };
};

const rounds = [];
for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round());
const sorted = rounds.map(({ seconds }) => seconds).sort((a, b) => a - b);
const [one] = rounds;
const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
console.log(
  `${WAYBILLS} waybills, one day: ${median.toFixed(2)} s (${sorted.map((value) => value.toFixed(2)).join(', ')}; goal < ${GOAL_SECONDS} s for 10000), ${one?.cpu.toFixed(2)} s of CPU, ${one?.fired} steps, ${one?.events} events; made in ${one?.filling.toFixed(2)} s`,
);
