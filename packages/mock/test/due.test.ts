import { expect, test } from 'vitest';
import { readLog } from '../src/engine/command-log.ts';
import type { Timer } from '../src/engine/system.ts';
import { createRecorder } from '../src/inspector/recorder.ts';
import { memoryStore } from '../src/store/memory.ts';
import { recordRow } from '../src/store/resource.ts';
import { Unit } from '../src/store/unit.ts';
import { creation, PLATFORM, submission, testCourier } from './mock-courier.ts';

const START = Date.parse('2026-11-10T16:00:00.000Z');
const MINUTE = 60_000;
const at = (minute: number): string => new Date(START + minute * MINUTE).toISOString();

const STEPS = ['PICKED_UP', 'ARRIVED_HUB', 'DEPARTED_HUB', 'OUT_FOR_DELIVERY'].map(
  (code, place) => ({
    after: `PT${place + 1}M`,
    code,
  }),
);
const WORLD = {
  scenarios: [
    { id: '01', title: { en: '01', zh: '01' }, steps: STEPS, ends: { parcel: '', order: '' } },
  ],
};

/** A courier with one parcel that takes a step a minute, and a look at where it is. */
const moving = async (more: Parameters<typeof testCourier>[0] = {}) => {
  const { mock, call } = await testCourier({ movement: 'SCENARIO', world: WORLD, ...more });
  await call('POST', '/orders', submission('SO-1'));
  const { waybillNo } = (await call('POST', '/waybills', creation('SO-1'))).body;
  const plan = (timer: Omit<Timer, 'tenant'>) =>
    mock.system.transact(PLATFORM, async (unit) =>
      mock.system.schedule(unit, { tenant: PLATFORM, ...timer }),
    );
  const seen = () =>
    mock.system.transact(PLATFORM, async (unit, now) => {
      const parcel = await unit.get<{ events: { eventCode: string }[] }>('parcel', waybillNo);
      const log = await readLog(unit, PLATFORM);
      const steps = log.filter(({ operation }) => operation === 'timer/journey');
      return {
        now,
        codes: parcel?.events.map(({ eventCode }) => eventCode),
        steps: steps.map((one) => one.at),
      };
    });
  return { mock, call, waybillNo, plan, seen };
};

test('a timer that fails leaves what was due before it', async () => {
  const { mock, plan, seen } = await moving();
  await plan({ kind: 'of-no-kind', ref: 'x', dueAt: at(2.5) });
  await expect(mock.system.advance(PLATFORM, START + 4 * MINUTE)).rejects.toThrow('of-no-kind');
  expect(await seen()).toEqual({
    now: at(2),
    codes: ['PICKED_UP', 'ARRIVED_HUB'],
    steps: [at(1), at(2)],
  });
});

test('what a step lays out comes before what was due later', async () => {
  const { mock, plan, seen } = await moving();
  // read together with the first step, which then lays out the second one before it
  await plan({ kind: 'tracking-subscription', ref: 'of-nobody', dueAt: at(2.5) });
  expect(await mock.system.advance(PLATFORM, START + 3 * MINUTE)).toBe(4);
  expect(await seen()).toMatchObject({ now: at(3), steps: [at(1), at(2), at(3)] });
});

test('the record has what each of several steps wrote', async () => {
  const recorder = createRecorder();
  const { mock, call, waybillNo } = await moving({ recorder });
  await call('POST', '/orders', submission('SO-2'));
  const other = (await call('POST', '/waybills', creation('SO-2'))).body.waybillNo;
  const before = recorder.commits.length;
  await mock.system.advance(PLATFORM, START + 2 * MINUTE);
  const parcels = recorder.commits
    .slice(before)
    .map(({ changes }) =>
      changes.flatMap((one) =>
        one.kind === 'put' && one.row.collection === 'parcel' ? [one.row.id] : [],
      ),
    );
  const [first, second] = [waybillNo, other].sort();
  expect(parcels.filter(({ length }) => length > 0)).toEqual([
    [first],
    [second],
    [first],
    [second],
  ]);
});

test('what was written since a mark is taken back, and nothing before it', async () => {
  const unit = new Unit(memoryStore());
  const row = (id: string, body: number) => recordRow('x', id, 'a', at(0), body);
  unit.put(row('1', 1));
  unit.put(row('2', 1));
  const takeBack = unit.mark();
  unit.put(row('1', 2));
  unit.delete('x', '2');
  unit.put(row('3', 2));
  expect(unit.recent('x')).toEqual([row('1', 2), row('3', 2)]);
  takeBack();
  expect(await unit.list({ collection: 'x' })).toEqual([row('1', 1), row('2', 1)]);
  expect(unit.recent('x')).toEqual([]);
});
