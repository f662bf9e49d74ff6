import { expect, test } from 'vitest';
import { ship, testCourier } from './mock-courier.ts';

const courier = await testCourier();
const [waybillNo = ''] = await ship(courier);

const step = async (no: string, given: object) => {
  const answer = await courier.mock.fetch(
    new Request(`https://courier.test/_mock/parcels/${no}/step`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${courier.mock.developmentTokens.get('PLATFORM1')}` },
      body: JSON.stringify(given),
    }),
  );
  const body: ReturnType<typeof JSON.parse> = await answer.json();
  return { status: answer.status, body };
};

const seen = async () => (await courier.call('GET', `/parcels/ZZ/${waybillNo}`)).body;

test('a step by hand is a scan, and stands in the log as one', async () => {
  expect((await step(waybillNo, { code: 'PICKED_UP' })).status).toBe(201);
  const failed = await step(waybillNo, {
    code: 'DELIVERY_ATTEMPT_FAILED',
    with: { reason: 'NO_ONE_HOME' },
  });
  expect(failed.status).toBe(201);
  expect(await seen()).toMatchObject({ eventCount: 2 });
  const log = await courier.mock.control.log();
  expect(log.slice(-2).map(({ operation }) => operation)).toEqual([
    'record-test-scan',
    'record-test-scan',
  ]);
});

test.each([
  ['of another parcel', 'ZZ010000000999', { code: 'PICKED_UP' }, 404, 'NOT_FOUND'],
  ['without a code', waybillNo, {}, 422, 'SCHEMA_VIOLATION'],
  [
    'with an unknown member',
    waybillNo,
    { code: 'PICKED_UP', with: { shelf: 1 } },
    422,
    'SCHEMA_VIOLATION',
  ],
])('a step %s changes nothing', async (_title, no, given, status, code) => {
  const before = await seen();
  const refused = await step(no, given);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
  expect(await seen()).toEqual(before);
});
