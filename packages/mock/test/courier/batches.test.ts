import { expect, test } from 'vitest';
import { creation, plan, submission, testCourier } from '../mock-courier.ts';

test('items of a batch are judged alone, in their order', async () => {
  const courier = await testCourier();
  const plaintext = submission('SO-2');
  const items = [
    submission('SO-1'),
    {
      ...plaintext,
      consignee: {
        ...plaintext.consignee,
        contactMasked: { nameMasked: '张三丰', phoneMasked: '*******8000' },
      },
    },
    submission('SO-3', { deliveryPreferences: [{ preference: 'LOCKER' }] }),
    submission('SO-4', { packages: [plan('a1'), plan('A1')] }),
    submission('SO-1'),
    submission('SO-1', { remark: '轻放' }),
    submission('SO-5'),
  ];
  const got = await courier.call('POST', '/orders/batch', { items });
  expect(got.status).toBe(200);
  expect(
    got.body.results.map(
      ({
        index,
        status,
        problem,
      }: {
        index: number;
        status: number;
        problem?: { code: string };
      }) => [index, status, problem?.code],
    ),
  ).toEqual([
    [0, 201, undefined],
    [1, 422, 'PLAINTEXT_PERSONAL_DATA'],
    [2, 403, 'CONSENT_MISSING'],
    [3, 422, 'RULE_VIOLATION'],
    [4, 200, undefined],
    [5, 409, 'DUPLICATE'],
    [6, 201, undefined],
  ]);
  expect((await courier.call('GET', '/orders/SO-2')).status).toBe(404);
  expect(JSON.stringify(got.body)).not.toContain('张三丰');
  expect((await courier.call('GET', '/orders')).body.items).toHaveLength(2);
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

test('a hundred waybills in one batch have a hundred numbers', async () => {
  const courier = await testCourier();
  const packages = Array.from({ length: 100 }, (_, index) => plan(`P${index}`));
  await courier.call('POST', '/orders', submission('SO-1', { packages }));
  const items = packages.map(({ packageId }) => creation('SO-1', { packageId }));
  const got = await courier.call('POST', '/waybills/batch', {
    items: items.with(50, creation('SO-9')),
  });
  const numbers = got.body.results.map(
    ({ resource }: { resource?: { waybillNo: string } }) => resource?.waybillNo,
  );
  expect(got.body.results[50]).toMatchObject({ status: 404, problem: { code: 'NOT_FOUND' } });
  expect(new Set(numbers).size).toBe(100);
  expect(got.headers.get('Cache-Control')).toBe('no-store');
  expect((await courier.call('GET', '/orders/SO-1')).body.status).toBe('ACCEPTED');
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

test('a batch of too many items is refused whole', async () => {
  const courier = await testCourier();
  const items = Array.from({ length: 101 }, (_, index) => creation(`SO-${index}`));
  const got = await courier.call('POST', '/waybills/batch', { items });
  expect(got.body).toMatchObject({ status: 413, code: 'BATCH_TOO_LARGE', maxItemCount: 100 });
});
