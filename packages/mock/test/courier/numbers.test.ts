import { gs1 } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { creation, DAY, ship, submission, type TestCourier, testCourier } from '../mock-courier.ts';

const allocate = ({ call }: TestCourier, numberCount: number) =>
  call('POST', '/waybill-numbers/allocate', { carrierAccountId: 'ACC-0001', numberCount });

test('no number is given out twice, also at one time', async () => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  const supplied = creation('SO-1', { allocationMode: 'SUPPLIED', waybillNo: 'ZZ010000000054' });
  expect((await courier.call('POST', '/waybills', supplied)).status).toBe(201);
  const answers = await Promise.all(Array.from({ length: 16 }, () => allocate(courier, 50)));
  const numbers: string[] = answers.flatMap(({ body }) => body.numbers);
  expect(new Set([...numbers, 'ZZ010000000054']).size).toBe(801);
  for (const number of numbers) {
    expect(number).toMatch(/^ZZ01[0-9]{10}$/);
    expect(gs1.checkDigitOf(number.slice(2, -1))).toBe(number.slice(-1));
  }
  expect(courier.faults).toEqual([]);
});

test('a reserved number is bound, named or not', async () => {
  const courier = await testCourier();
  const { numbers } = (await allocate(courier, 2)).body;
  await ship(courier, 'SO-0');
  for (const [orderNo, waybillNo] of [
    ['SO-1', numbers[1]],
    ['SO-2', undefined],
  ]) {
    await courier.call('POST', '/orders', submission(orderNo));
    const wanted = creation(orderNo, { allocationMode: 'POOL' });
    const made = await courier.call('POST', '/waybills', {
      ...wanted,
      ...(waybillNo === undefined ? {} : { waybillNo }),
    });
    expect(made.status).toBe(201);
    expect(made.body.waybillNo).toBe(waybillNo ?? numbers[0]);
  }
});

test('an account has no more numbers than it has', async () => {
  const courier = await testCourier({ world: { accountBalances: { 'ACC-0001': 2 } } });
  expect((await allocate(courier, 3)).body.code).toBe('BALANCE_EXHAUSTED');
  const two = await allocate(courier, 2);
  expect(two.body.balanceAfterCount).toBe(0);
  await courier.call('POST', '/orders', submission());
  const none = await courier.call('POST', '/waybills', creation());
  expect(none.body.code).toBe('BALANCE_EXHAUSTED');
});

const rests = [
  [364, 409, 'WAYBILL_NO_REUSED'],
  [366, 201, undefined],
] as const;
test.each(rests)('a voided number %s days later is %s', async (days, status, code) => {
  const courier = await testCourier();
  const supplied = { allocationMode: 'SUPPLIED', waybillNo: 'X-0000-0000-Y' } as const;
  await courier.call('POST', '/orders', submission('SO-1'));
  expect((await courier.call('POST', '/waybills', creation('SO-1', supplied))).status).toBe(201);
  await courier.call('POST', '/orders', submission('SO-2'));
  const live = await courier.call('POST', '/waybills', creation('SO-2', supplied));
  expect(live.body.code).toBe('WAYBILL_NO_REUSED');
  await courier.call('POST', '/waybills/X-0000-0000-Y/cancel', { reason: 'OTHER' });
  await courier.advance(days * DAY);
  const later = await courier.call('POST', '/waybills', creation('SO-2', supplied));
  expect([later.status, later.body.code]).toEqual([status, code]);
  expect(courier.faults).toEqual([]);
});

const supplied = [
  [
    'a wrong check digit',
    { numberScheme: 'S10', waybillNo: 'RB123456786GB' },
    'CHECK_DIGIT_INVALID',
  ],
  ['another shape', { numberScheme: 'SSCC', waybillNo: 'ZZ010000000016' }, 'RULE_VIOLATION'],
  ['no fault', { numberScheme: 'S10', waybillNo: 'RB123456785GB' }, undefined],
  ['an odd pattern', { waybillNo: 'ODD-NUMBER-1' }, undefined],
] as const;
test.each(supplied)('a supplied number with %s', async (_, more, code) => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  const body = { ...creation(), allocationMode: 'SUPPLIED', ...more };
  const made = await courier.call('POST', '/waybills', body);
  expect(made.body.code).toBe(code);
  expect(courier.faults).toEqual([]);
});

test('the caller chooses the scenario of a number', async () => {
  const courier = await testCourier();
  for (const orderNo of ['MOCK-05-A', 'SO-1'])
    await courier.call('POST', '/orders', submission(orderNo));
  const byOrder = await courier.call('POST', '/waybills', creation('MOCK-05-A'));
  expect(byOrder.body.waybillNo).toMatch(/^ZZ05/);
  const byHeader = await courier.call('POST', '/waybills', creation(), {
    headers: { 'Mock-Scenario': '13' },
  });
  expect(byHeader.body.waybillNo).toMatch(/^ZZ13/);
});
