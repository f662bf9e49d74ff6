import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/world/scenario.ts';
import { creation, submission, type TestCourier, testCourier } from '../mock-courier.ts';

const scenarioOf = (id: string): Scenario =>
  JSON.parse(
    readFileSync(new URL(`../../../../seeds/scenarios/${id}.json`, import.meta.url), 'utf8'),
  );

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A parcel of a scenario, and what becomes of a call about it so many milliseconds after it was made. */
const played = async (id: string) => {
  const courier = await testCourier({
    movement: 'SCENARIO',
    world: { scenarios: [scenarioOf(id)] },
  });
  await courier.call('POST', '/orders', submission(`MOCK-${id}-1`));
  const { waybillNo } = (await courier.call('POST', '/waybills', creation(`MOCK-${id}-1`))).body;
  let age = 0;
  const at = async (wanted: number): Promise<void> => {
    await courier.advance(wanted - age);
    age = wanted;
  };
  const seen = async (): Promise<string> => {
    const response = await courier.mock.fetch(
      new Request(`https://courier.test/v1/parcels/ZZ/${waybillNo}`, {
        headers: { Authorization: `Bearer ${courier.mock.developmentTokens.get('PLATFORM1')}` },
      }),
    );
    if (response.type === 'error') return 'DROPPED';
    const body = await response.json();
    if (response.status !== 503) return `${response.status} ${body.status}`;
    const wait = response.headers.get('Retry-After');
    return `503 ${body.code} ${wait} ${body.noticeId === undefined ? 'without' : 'with'} notice`;
  };
  return { courier, at, seen, waybillNo };
};

/** What was held back stands behind the cursor that the account names: all of it, one after another. */
const expectNoGap = async (courier: TestCourier): Promise<void> => {
  const [closed] = await courier.events('continuity.interruption.closed');
  const { replayCursor, backlogEventCount, lostEventCount } = closed as {
    readonly replayCursor: string;
    readonly backlogEventCount: number;
    readonly lostEventCount: number;
  };
  const { events } = (await courier.call('GET', `/events?cursor=${replayCursor}`)).body;
  const numbers = events.map(({ sequence }: { sequence: string }) => Number(sequence));
  for (const [index, number] of numbers.entries())
    if (index > 0) expect(number).toBe(numbers[index - 1] + 1);
  expect(lostEventCount).toBe(0);
  expect(backlogEventCount).toBeGreaterThan(0);
  expect(events.length).toBeGreaterThanOrEqual(backlogEventCount);
};

test('scenario 19 is noticed, stops for two hours, and is caught up with', async () => {
  const { courier, at, seen } = await played('19');
  const want: readonly (readonly [number, string])[] = [
    [1 * HOUR, '200 AWAITING_PICKUP'],
    [48 * HOUR, '200 IN_TRANSIT'],
    [72 * HOUR - MINUTE, '200 AT_DESTINATION'],
    [72 * HOUR, '503 INTERRUPTED 7200 with notice'],
    [73 * HOUR + 30 * MINUTE, '503 INTERRUPTED 1800 with notice'],
    [74 * HOUR, '200 DELIVERED'],
  ];
  const given: (readonly [number, string])[] = [];
  for (const [age] of want) {
    await at(age);
    given.push([age, await seen()]);
  }
  expect(given).toEqual(want);
  const [notice, ...others] = await courier.events('continuity.interruption.noticed');
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ noticeClass: 'PLANNED', leadSeconds: 72 * 3600 });
  await expectNoGap(courier);
});

test('scenario 20 drops connections until its notice, and then says 503', async () => {
  const { courier, at, seen } = await played('20');
  const want: readonly (readonly [number, string])[] = [
    [20 * HOUR, '200 OUT_FOR_DELIVERY'],
    [20 * HOUR + 5 * MINUTE, 'DROPPED'],
    [20 * HOUR + 14 * MINUTE, 'DROPPED'],
    [20 * HOUR + 15 * MINUTE, '503 INTERRUPTED 7200 with notice'],
    [22 * HOUR + 14 * MINUTE, '503 INTERRUPTED 60 with notice'],
    [22 * HOUR + 15 * MINUTE, '200 OUT_FOR_DELIVERY'],
    [24 * HOUR, '200 DELIVERED'],
  ];
  const given: (readonly [number, string])[] = [];
  for (const [age] of want) {
    await at(age);
    given.push([age, await seen()]);
  }
  expect(given).toEqual(want);
  const [notice] = await courier.events('continuity.interruption.noticed');
  expect(notice).toMatchObject({ noticeClass: 'UNPLANNED' });
  await expectNoGap(courier);
});
