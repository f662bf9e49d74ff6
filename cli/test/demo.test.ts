import { registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { playStories } from '../src/demo/city.ts';
import { hastened } from '../src/demo/hastened.ts';
import { playWorld } from '../src/demo/play.ts';
import { convertRealRecords } from '../src/demo/real-records.ts';
import { nodeIo } from '../src/io.ts';
import { ANY_PORT, PLAYED } from '../src/sandbox/parties.ts';
import { startSandbox } from '../src/sandbox/start.ts';
import { loadWorld } from '../src/sandbox/world.ts';
import { memoryIo } from './_memory-io.ts';

test('a faster clock shortens long waits and leaves short ones', async () => {
  const slept: number[] = [];
  let elapsed = 0;
  const start = Date.parse('2026-11-22T00:00:00Z');
  const io = hastened(
    memoryIo({}, { elapsed: () => elapsed, sleep: async (time) => void slept.push(time) }),
    5,
  );
  await io.sleep(60_000);
  await io.sleep(10);
  elapsed = 1000;
  expect({ slept, now: io.now() }).toEqual({ slept: [12_000, 10], now: start + 5000 });
});

test('no wait on a faster clock is shorter than it was asked for', async () => {
  const real = nodeIo();
  const io = hastened(real, 3);
  const waited = await Promise.all(
    Array.from({ length: 40 }, async (_, place) => {
      await real.sleep(place * 1.37);
      const began = io.now();
      await io.sleep(200);
      return io.now() - began;
    }),
  );
  expect(waited.filter((milliseconds) => milliseconds < 200)).toEqual([]);
});

test('the orders of a world reach their ends, and both sides agree', async () => {
  const io = nodeIo();
  const world = await loadWorld(io, 'dalian');
  const sandbox = await startSandbox(
    {
      roles: ['courier', 'platform'],
      ports: ANY_PORT,
      hostname: '127.0.0.1',
      seed: 1,
      store: 'memory',
      clockMode: 'FROZEN',
      strictAuth: false,
      unknownMembers: 'STRICT',
      movement: 'SCENARIO',
      world,
    },
    io,
  );
  const played = await playWorld(io, sandbox, world.file, () => {});
  await sandbox.close();
  expect(sandbox.defects).toEqual([]);
  expect(played).toMatchObject({
    orderCount: 10,
    waybillCount: 10,
    labelCount: 10,
    deliveredCount: 9,
    returnedCount: 1,
    agreedCount: 10,
    reveals: { granted: 3, refused: 1 },
  });
});

test('every record of a real carrier travels as an event', async () => {
  const { documentCount, events } = await convertRealRecords(nodeIo());
  expect(documentCount).toBeGreaterThan(20);
  expect(events.length).toBeGreaterThan(documentCount);
  expect(events.filter((event) => !judge('TrackingEventRecorded', event).ok)).toEqual([]);
});

test('the stories of all modules are played in one city over ports', async () => {
  const io = nodeIo();
  const sandbox = await startSandbox(
    {
      roles: PLAYED,
      ports: ANY_PORT,
      hostname: '127.0.0.1',
      seed: 1,
      store: 'memory',
      clockMode: 'FROZEN',
      strictAuth: false,
      unknownMembers: 'STRICT',
      movement: 'NONE',
      world: await loadWorld(io, 'dalian'),
    },
    io,
  );
  const told: number[] = [];
  const stories = await playStories(io, sandbox, (_story, number) => told.push(number));
  await sandbox.close();
  // a module of the core may have one besides the scenarios
  const further = registry.modules.filter((one) => one.conformanceClass !== 'core');
  const played = stories.map(({ module }) => module);
  expect(further.filter(({ name }) => !played.includes(name))).toEqual([]);
  expect(new Set(played).size).toBe(played.length);
  expect(told).toHaveLength(played.length);
  expect(sandbox.defects).toEqual([]);
});
