import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createOneParty, type OneParty } from './one-party.ts';

const PLATFORM = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const OTHER = { partyId: 'SHOPTWO', role: 'platform', name: '另一电商' } as const;
const STOCK = '/v1/stock-snapshots?warehouseId=DLC-F01';
const CHANGES = '/v1/stock-changes?warehouseId=DLC-F01';
const OUTBOUND_CHANGED = 'org.openwaybill.warehouse.outbound.changed';

const notice = {
  asnNo: 'ASN-1',
  warehouseId: 'DLC-F01',
  lines: [
    { lineNo: 1, sku: 'TEA', expectedCount: 10, lotNo: 'SHORT-2' },
    { lineNo: 2, sku: 'CUP', expectedCount: 4, lotNo: 'DAMAGED-1' },
  ],
  ssccs: [],
  expectedAt: '2026-11-12T08:00:00+08:00',
};

const outbound = (outboundNo: string, sku: string, value: number) => ({
  outboundNo,
  warehouseId: 'DLC-F01',
  orderNo: 'SO-1',
  packages: [
    {
      packageId: 'P1',
      items: [{ lineNo: 1, categoryCode: 'FOOD', sku, quantity: { value, unit: 'C62' } }],
    },
  ],
  consignee: {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
    addressMasked: { provinceName: '辽宁省', cityName: '大连市', tail: '****' },
  },
  shipByAt: '2026-11-12T18:00:00+08:00',
});

const stocked = async (): Promise<OneParty> => {
  const party = await createOneParty('warehouse', PLATFORM, [OTHER]);
  expect((await party.call('POST', '/v1/inbound-notices', notice)).status).toBe(201);
  expect(await party.cause('inbound-notices', 'ASN-1', 'GOODS_RECEIVED')).toMatchObject({
    state: 'SUCCEEDED',
  });
  return party;
};

const bodyOf = async ({ call }: OneParty, path: string): Promise<Record<string, unknown>> =>
  (await call('GET', path)).body as Record<string, unknown>;

test('what was received is on hand but for what is damaged', async () => {
  const party = await stocked();
  expect(await bodyOf(party, '/v1/inbound-notices/ASN-1')).toMatchObject({
    status: 'RECEIVED',
    receivedLines: [
      { lineNo: 1, receivedCount: 8, damagedCount: 0, shortCount: 2 },
      { lineNo: 2, receivedCount: 4, damagedCount: 1, shortCount: 0 },
    ],
  });
  expect(await bodyOf(party, STOCK)).toMatchObject({
    ledgerSeq: 5,
    items: [
      { sku: 'CUP', onHandCount: 3, reservedCount: 0, availableCount: 3, inTransitCount: 0 },
      { sku: 'TEA', onHandCount: 8, reservedCount: 0, availableCount: 8, inTransitCount: 0 },
    ],
  });
  expect(await party.events('org.openwaybill.warehouse.inbound.received')).toHaveLength(1);
  expect(party.faults).toEqual([]);
});

test('the ledger is read from any number on, and every change was told', async () => {
  const party = await stocked();
  const { items } = await bodyOf(party, `${CHANGES}&afterSeq=2`);
  const seqs = (items as readonly { readonly ledgerSeq: number }[]).map((one) => one.ledgerSeq);
  expect(seqs).toEqual([3, 4, 5]);
  const told = await party.events('org.openwaybill.warehouse.stock.changed');
  expect(told.map((one) => Number(one.ledgerSeq)).sort()).toEqual([1, 2, 3, 4, 5]);
});

test('parallel orders never promise more than there is', async () => {
  const party = await stocked();
  const orders = Array.from({ length: 6 }, (_, index) => outbound(`OB-${index}`, 'TEA', 3));
  const answers = await Promise.all(
    orders.map((order) => party.call('POST', '/v1/outbound-orders', order)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  expect(await bodyOf(party, STOCK)).toMatchObject({
    items: [{ sku: 'CUP' }, { sku: 'TEA', onHandCount: 8, reservedCount: 6, availableCount: 2 }],
  });
});

test('an order is packed, weighed, numbered and gone', async () => {
  const party = await stocked();
  await party.call('POST', '/v1/outbound-orders', outbound('OB-1', 'TEA', 3));
  for (const fact of ['PICKED', 'PACKED', 'CONSIGNED'])
    expect(await party.cause('outbound-orders', 'OB-1', fact)).toMatchObject({
      state: 'SUCCEEDED',
    });
  expect(await bodyOf(party, '/v1/outbound-orders/OB-1')).toMatchObject({
    status: 'CONSIGNED',
    packages: [{ packageId: 'P1', weightGrams: 1100, waybillNo: 'WH000000000001' }],
  });
  expect(await bodyOf(party, STOCK)).toMatchObject({
    items: [{ sku: 'CUP' }, { sku: 'TEA', onHandCount: 5, reservedCount: 0, availableCount: 5 }],
  });
  const steps = (await party.events(OUTBOUND_CHANGED)).map((one) => one.toStatus);
  expect(steps).toEqual(['ACCEPTED', 'PICKED', 'PACKED', 'CONSIGNED']);
  expect(party.faults).toEqual([]);
});

test('a cancelled order gives back what it was promised', async () => {
  const party = await stocked();
  await party.call('POST', '/v1/outbound-orders', outbound('OB-1', 'TEA', 8));
  const cancelled = await party.call('POST', '/v1/outbound-orders/OB-1/cancel', {
    reason: 'BUYER_CANCELLED',
  });
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
  expect(await bodyOf(party, STOCK)).toMatchObject({
    items: [{ sku: 'CUP' }, { sku: 'TEA', reservedCount: 0, availableCount: 8 }],
  });
});

test('a transfer is in transit until it is received', async () => {
  const party = await stocked();
  const made = await party.call('POST', '/v1/front-transfers', {
    fromWarehouseId: 'DLC-F01',
    toWarehouseId: 'DLC-B01',
    lines: [{ sku: 'TEA', quantityCount: 5 }],
    neededByAt: '2026-11-13T08:00:00+08:00',
    forecastBasis: '近四周同城订单均值',
  });
  expect(made.status).toBe(201);
  const { transferId } = made.body as { readonly transferId: string };
  const there = '/v1/stock-snapshots?warehouseId=DLC-B01';
  expect(await bodyOf(party, there)).toMatchObject({
    items: [{ sku: 'TEA', onHandCount: 0, inTransitCount: 5 }],
  });
  await party.cause('inbound-notices', `TRANSFER-${transferId}`, 'GOODS_RECEIVED');
  expect(await bodyOf(party, there)).toMatchObject({
    items: [{ sku: 'TEA', onHandCount: 5, inTransitCount: 0 }],
  });
  expect(await bodyOf(party, STOCK)).toMatchObject({
    items: [{ sku: 'CUP' }, { sku: 'TEA', onHandCount: 3 }],
  });
});

test('another owner sees another ledger', async () => {
  const { call } = await stocked();
  expect((await call('GET', STOCK, undefined, { as: 'SHOPTWO' })).body).toMatchObject({
    ledgerSeq: 0,
    items: [],
  });
  const theirs = await call('GET', '/v1/inbound-notices/ASN-1', undefined, { as: 'SHOPTWO' });
  expect(theirs.status).toBe(404);
});

test('the same order again is the same order', async () => {
  const { call } = await stocked();
  const order = outbound('OB-1', 'TEA', 3);
  await call('POST', '/v1/outbound-orders', order);
  expect((await call('POST', '/v1/outbound-orders', order)).status).toBe(200);
  expect((await call('POST', '/v1/inbound-notices', notice)).status).toBe(200);
  expect((await call('GET', STOCK)).body).toMatchObject({
    items: [{ sku: 'CUP' }, { sku: 'TEA', reservedCount: 3 }],
  });
});

const order = outbound('OB-9', 'TEA', 1);
const [box] = order.packages;
const transfer = {
  fromWarehouseId: 'DLC-F01',
  toWarehouseId: 'DLC-B01',
  lines: [{ sku: 'TEA', quantityCount: 1 }],
  neededByAt: '2026-11-13T08:00:00+08:00',
  forecastBasis: '近四周同城订单均值',
};

describe('a refused request changes nothing', () => {
  test.each([
    [
      'a notice of the same number with other goods',
      '/v1/inbound-notices',
      { ...notice, lines: [{ lineNo: 1, sku: 'TEA', expectedCount: 11 }] },
      [409, 'DUPLICATE', undefined],
    ],
    [
      'a notice with a wrong check digit of a pallet',
      '/v1/inbound-notices',
      { ...notice, asnNo: 'ASN-2', ssccs: ['106141412345678909'] },
      [422, 'CHECK_DIGIT_INVALID', '/ssccs/0'],
    ],
    [
      'a notice with fewer pieces than none',
      '/v1/inbound-notices',
      { ...notice, asnNo: 'ASN-2', lines: [{ lineNo: 1, sku: 'TEA', expectedCount: -1 }] },
      [422, 'SCHEMA_VIOLATION', '/lines/0/expectedCount'],
    ],
    [
      'a notice for an unknown warehouse',
      '/v1/inbound-notices',
      { ...notice, asnNo: 'ASN-2', warehouseId: 'NOWHERE' },
      [404, 'NOT_FOUND', undefined],
    ],
    [
      'more than is available',
      '/v1/outbound-orders',
      outbound('OB-9', 'TEA', 9),
      [409, 'OFFER_EXHAUSTED', ''],
    ],
    [
      'an item that was never there',
      '/v1/outbound-orders',
      outbound('OB-9', 'POT', 1),
      [409, 'OFFER_EXHAUSTED', ''],
    ],
    [
      'the same order number with other goods',
      '/v1/outbound-orders',
      outbound('OB-0', 'TEA', 2),
      [409, 'DUPLICATE', undefined],
    ],
    [
      'a phone number in clear',
      '/v1/outbound-orders',
      {
        ...order,
        consignee: {
          ...order.consignee,
          contactMasked: { nameMasked: '张**', phoneMasked: '+8619900008000' },
        },
      },
      [422, 'PLAINTEXT_PERSONAL_DATA', '/consignee/contactMasked/phoneMasked'],
    ],
    [
      'an item without its code',
      '/v1/outbound-orders',
      {
        ...order,
        packages: [
          {
            ...box,
            items: [{ lineNo: 1, categoryCode: 'FOOD', quantity: { value: 1, unit: 'C62' } }],
          },
        ],
      },
      [422, 'RULE_VIOLATION', '/packages/0/items/0'],
    ],
    [
      'a transfer of more than is available',
      '/v1/front-transfers',
      { ...transfer, lines: [{ sku: 'TEA', quantityCount: 8 }] },
      [409, 'OFFER_EXHAUSTED', undefined],
    ],
    [
      'a transfer to the same warehouse',
      '/v1/front-transfers',
      { ...transfer, toWarehouseId: 'DLC-F01' },
      [422, 'RULE_VIOLATION', '/toWarehouseId'],
    ],
  ] as const)('%s', async (_title, path, body, [status, code, pointer]) => {
    const party = await stocked();
    await party.call('POST', '/v1/outbound-orders', outbound('OB-0', 'TEA', 1));
    const before = [await bodyOf(party, STOCK), await bodyOf(party, CHANGES)];
    const answer = await party.call('POST', path, body);
    const problem = answer.body as {
      readonly code: string;
      readonly errors?: readonly { readonly pointer: string }[];
    };
    expect([answer.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([
      status,
      code,
      pointer,
    ]);
    expect([await bodyOf(party, STOCK), await bodyOf(party, CHANGES)]).toEqual(before);
  });
});

const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'outbound-order');
const FACTS = (lifecycle?.transitions ?? []).filter(({ kind }) => kind === 'observation');

describe('a step back is none', () => {
  const steps = Object.keys(lifecycle?.states ?? {}).filter(
    (state) => !['ACCEPTED', 'CANCELLED'].includes(state),
  );
  const illegal = steps.flatMap((state) =>
    FACTS.filter(({ from }) => !from.includes(state)).map(({ on }) => [state, on] as const),
  );
  test.each(illegal)('%s takes no %s', async (state, fact) => {
    const party = await stocked();
    await party.call('POST', '/v1/outbound-orders', outbound('OB-1', 'TEA', 1));
    await party.cause('outbound-orders', 'OB-1', state);
    const before = await bodyOf(party, '/v1/outbound-orders/OB-1');
    expect(before.status).toBe(state);
    expect((await party.cause('outbound-orders', 'OB-1', fact)).state).toBe('FAILED');
    expect(await bodyOf(party, '/v1/outbound-orders/OB-1')).toEqual(before);
  });

  test('what has left is not cancelled', async () => {
    const party = await stocked();
    await party.call('POST', '/v1/outbound-orders', outbound('OB-1', 'TEA', 1));
    await party.cause('outbound-orders', 'OB-1', 'CONSIGNED');
    const late = await party.call('POST', '/v1/outbound-orders/OB-1/cancel', { reason: 'RISK' });
    expect(late).toMatchObject({ status: 409, body: { code: 'STATE_ILLEGAL', from: 'CONSIGNED' } });
  });
});
