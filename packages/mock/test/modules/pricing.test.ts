import {
  type OrderSubmission,
  type QuoteRequest,
  registry,
  type Tariff,
} from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { causeFact } from '../../src/resources/fact.ts';
import { OTHER_PLATFORM, PLATFORM, type TestCourier, testCourier } from '../mock-courier.ts';

const exampleOf = <T>(name: string, title: string): T =>
  registry.schemas.get(name)?.examples.valid[title] as T;
const yuan = (minor: number) => ({ currency: 'CNY', minor });
const REQUEST = exampleOf<QuoteRequest>('QuoteRequest', 'an insured box within Dalian');
const TEA = exampleOf<OrderSubmission>('OrderSubmission', 'one box of tea to Dalian');
const CHARGES = exampleOf<NonNullable<OrderSubmission['charges']>>(
  'ChargeSplit',
  'free shipping borne by the seller',
);
const orderFor = (orderNo: string, more: Partial<OrderSubmission>): OrderSubmission => ({
  ...TEA,
  orderNo,
  service: { product: 'STANDARD', vas: ['INSURE'] },
  ...more,
});

let courier: TestCourier;
beforeAll(async () => {
  courier = await testCourier();
});
afterAll(() => {
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

describe('a request for a quote is refused', () => {
  const abroad = { countryCode: 'JP', subdivisionCode: 'JP-13' };
  test.each([
    ['to nowhere that is served', { destination: abroad }, 'UNSERVICEABLE', '/destination'],
    ['for a product that is not sold', { product: 'COLD_CHAIN' }, 'UNSERVICEABLE', '/product'],
    ['for more than is carried', { weightGrams: 50_001 }, 'UNSERVICEABLE', '/weightGrams'],
    [
      'for a box that is too long',
      { dimensions: { lengthMillimetres: 3001, widthMillimetres: 1, heightMillimetres: 1 } },
      'UNSERVICEABLE',
      '/dimensions',
    ],
    ['for a service that is not offered', { vas: ['FRESH'] }, 'UNSERVICEABLE', '/vas/0'],
    ['insured for nothing', { declaredValue: undefined }, 'RULE_VIOLATION', ''],
    [
      'insured for less than nothing',
      { declaredValue: yuan(-1) },
      'RULE_VIOLATION',
      '/declaredValue',
    ],
    [
      'insured in another currency',
      { declaredValue: { currency: 'USD', minor: 100 } },
      'RULE_VIOLATION',
      '/declaredValue',
    ],
    ['with half a gram', { weightGrams: 0.5 }, 'SCHEMA_VIOLATION', '/weightGrams'],
    ['for a service of a later list', { vas: ['GIFT_WRAP'] }, 'UNSERVICEABLE', '/vas/0'],
    [
      'with an address',
      { destination: { ...REQUEST.destination, road: '演示路' } },
      'SCHEMA_VIOLATION',
      '/destination',
    ],
  ])('%s', async (_title, over, code, pointer) => {
    const { status, body } = await courier.call('POST', '/quotes', { ...REQUEST, ...over });
    expect({ status, code: body.code, pointer: body.errors[0].pointer }).toEqual({
      status: 422,
      code,
      pointer,
    });
  });
});

describe('a quote', () => {
  test('is the same for equal requests, also after the tariff has risen', async () => {
    const before = await courier.call('POST', '/quotes', REQUEST);
    expect(before.body).toMatchObject({ status: 'OPEN', total: yuan(800) });
    await courier.mock.system.transact(PLATFORM, (unit, now) =>
      causeFact(courier.mock.system, unit, now, {
        collection: 'tariffs',
        owner: PLATFORM,
        fact: 'TARIFF_PUBLISHED',
      }),
    );
    const after = await courier.call('POST', '/quotes', REQUEST);
    const other = await courier.call('POST', '/quotes', REQUEST, { as: OTHER_PLATFORM });
    expect(after.body.total).toEqual(yuan(800));
    expect(other.body.total).toEqual(yuan(900));
    expect(after.body.validUntilAt).toBe(before.body.validUntilAt);
  });

  test('of another platform does not exist, and expires when its time is over', async () => {
    const made = await courier.call('POST', '/quotes', { ...REQUEST, weightGrams: 2000 });
    const path = `/quotes/${made.body.quoteId}`;
    expect((await courier.call('GET', path, undefined, { as: OTHER_PLATFORM })).status).toBe(404);
    await courier.advance(24 * 3_600_000);
    expect((await courier.call('GET', path)).body).toMatchObject({
      status: 'EXPIRED',
      revision: 2,
    });
  });
});

describe('an order with a quote is refused', () => {
  const quoteFor = async (over: Partial<QuoteRequest> = {}): Promise<string> =>
    (await courier.call('POST', '/quotes', { ...REQUEST, ...over })).body.quoteId;
  const refused = async (order: OrderSubmission) => {
    const { status, body } = await courier.call('POST', '/orders', order);
    expect((await courier.call('GET', `/orders/${order.orderNo}`)).status).toBe(404);
    return { status, code: body.code, ...body.errors[0] };
  };
  const want = { status: 422, code: 'RULE_VIOLATION', pointer: '/quoteId', rule: 'PRC-004' };

  test('that nobody has given', async () => {
    const quoteId = '0193a5c0-7d4e-7a11-8c00-0000000000ff';
    expect(await refused(orderFor('SO-Q-0', { quoteId }))).toMatchObject(want);
  });

  test.each([
    ['another weight', { weightGrams: 1300 }],
    ['another product', { product: 'EXPRESS' as const }],
    ['another destination', { destination: { ...REQUEST.destination, regionCode: '210203' } }],
    ['without the insurance', { vas: [] }],
  ])('for %s', async (title, over) => {
    const quoteId = await quoteFor(over);
    expect(await refused(orderFor(`SO-Q-${title.length}`, { quoteId }))).toMatchObject(want);
  });

  test('that is used, and the first one stays as it is', async () => {
    const quoteId = await quoteFor();
    const first = await courier.call('POST', '/orders', orderFor('SO-Q-USED', { quoteId }));
    expect(first.body).toMatchObject({ status: 'ACCEPTED', quoteId });
    expect(await refused(orderFor('SO-Q-AGAIN', { quoteId }))).toMatchObject(want);
    expect((await courier.call('GET', `/quotes/${quoteId}`)).body.status).toBe('USED');
  });

  test('that is over', async () => {
    const quoteId = await quoteFor();
    await courier.advance(24 * 3_600_000 + 1000);
    expect(await refused(orderFor('SO-Q-OVER', { quoteId }))).toMatchObject(want);
  });
});

describe('charges of an order are refused', () => {
  test.each([
    ['a total off by one', { total: yuan(10_101) }, 'CHARGE_SUM_MISMATCH', '/charges/total'],
    [
      'two currencies',
      { express: { currency: 'USD', minor: 600 } },
      'CHARGE_SUM_MISMATCH',
      '/charges/total',
    ],
    [
      'a discount above its scope',
      { discounts: [{ scope: 'EXPRESS', amount: yuan(700) }], total: yuan(10_000) },
      'CHARGE_SUM_MISMATCH',
      '/charges/discounts/0/amount',
    ],
    [
      'a delivery that is said to cost nothing',
      { express: yuan(0), discounts: [], total: yuan(10_100) },
      'RULE_VIOLATION',
      '/charges/freeShipping',
    ],
  ])('%s', async (_title, over, code, pointer) => {
    const order = orderFor('SO-CHARGES', { charges: { ...CHARGES, ...over } as typeof CHARGES });
    const { status, body } = await courier.call('POST', '/orders', order);
    expect({ status, code: body.code, pointer: body.errors[0].pointer }).toEqual({
      status: 422,
      code,
      pointer,
    });
    expect((await courier.call('GET', '/orders/SO-CHARGES')).status).toBe(404);
  });
});

describe('a choice of a service', () => {
  const choice = {
    orderNo: 'SO-CHOICE',
    packageId: 'P1',
    vasCode: 'CALL_BEFORE',
    chosenAt: '2026-11-11T09:00:00+08:00',
    price: yuan(50),
  };
  const choose = (over: object = {}) =>
    courier.call('POST', '/vas-choices', { ...choice, ...over });

  beforeAll(async () => {
    await courier.call('POST', '/orders', orderFor('SO-CHOICE', {}));
    await courier.call('POST', '/orders', orderFor('SO-CHOICE-GONE', {}));
    await courier.call('POST', '/orders/SO-CHOICE-GONE/cancel', { reason: 'BUYER_CANCELLED' });
  });

  test('is answered again when it is repeated, and refused when it differs', async () => {
    const first = await choose();
    expect(first.status).toBe(201);
    expect(await choose()).toMatchObject({ status: 200, body: first.body });
    expect(await choose({ price: yuan(60) })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE' },
    });
  });

  test.each([
    ['for an order that there is not', { orderNo: 'SO-NONE' }, 404, 'NOT_FOUND'],
    ['for a package that there is not', { packageId: 'P9' }, 404, 'NOT_FOUND'],
    ['that is not offered', { vasCode: 'FRESH' }, 422, 'UNSERVICEABLE'],
    ['without the consent that it needs', { vasCode: 'ID_CHECK' }, 403, 'CONSENT_MISSING'],
    ['of an order that is over', { orderNo: 'SO-CHOICE-GONE' }, 404, 'NOT_FOUND'],
  ])('is refused %s', async (_title, over, status, code) => {
    expect(await choose(over)).toMatchObject({ status, body: { code } });
  });
});

describe('tariffs', () => {
  const tariffs = async (query: string) =>
    (await courier.call('GET', `/tariffs${query}`)).body.items.length;
  test.each([
    ['all of them', '', 2],
    ['with a zone that holds the district', '?regionCode=210202', 2],
    ['with a zone inside the province', '?regionCode=210000', 2],
    ['of no zone', '?regionCode=810000', 0],
  ])('are listed: %s', async (_title, query, want) => {
    expect(await tariffs(query)).toBe(want);
  });

  type Brackets = Tariff['brackets'];
  test.each<[string, (brackets: Brackets) => Brackets, readonly string[]]>([
    ['as they are answered', (brackets) => brackets, []],
    ['less their first bracket: a gap', ([, ...others]) => others, ['PRC-005']],
    [
      'with a bracket twice: an overlap',
      ([first, ...others]) => [first, first, ...others].flatMap((one) => one ?? []),
      ['PRC-005'],
    ],
  ])('are judged %s', async (_title, bend, want) => {
    const { body } = await courier.call('GET', '/tariffs');
    for (const tariff of body.items as readonly Tariff[]) {
      const verdict = judge('Tariff', { ...tariff, brackets: bend(tariff.brackets) });
      const rules = verdict.ok ? [] : verdict.issues.map(({ rule }) => rule);
      expect([...new Set(rules)]).toEqual(want);
    }
  });

  test('that are published are told to platforms and hubs', async () => {
    const [event] = await courier.events('pricing.tariff.published');
    expect(event).toMatchObject({ effectiveFromOn: '2026-11-11' });
  });
});
