import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { createOneParty, type OneParty } from './one-party.ts';

const PLATFORM = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
const POST = { partyId: 'YYPOST', role: 'courier', name: '示例邮政' } as const;
const DECLARATIONS = '/v1/customs-declarations';
const CHANGED = 'org.openwaybill.crossborder.declaration.changed';
const MATCHED = 'org.openwaybill.crossborder.match.resulted';

const tea = {
  lineNo: 1,
  description: '绿茶，罐装，每罐 125 克',
  hsCode: '0902101000',
  originCountryCode: 'CN',
  quantity: { value: 2, unit: 'C62' },
  netWeightGrams: 250,
  value: { currency: 'CNY', minor: 15_800 },
};
const declaration = {
  mode: 'M9610',
  direction: 'EXPORT',
  orderNo: 'SO-1',
  paymentRef: 'PAY-1',
  waybillNo: 'RB123456785GB',
  lines: [tea],
  totalValue: { currency: 'CNY', minor: 15_800 },
  buyerAttestation: {
    verified: true,
    method: 'ID_DOCUMENT',
    verifiedAt: '2026-11-11T00:00:00+08:00',
    receiptRef: 'rn-AAECAwQFBgcICQoLDA0ODw',
  },
};
const item = {
  s10: 'RB123456785GB',
  contents: [
    {
      description: '丝绸围巾',
      hsCode: '621410',
      originCountryCode: 'CN',
      quantity: { value: 1, unit: 'C62' },
      netWeightGrams: 120,
      value: { currency: 'CNY', minor: 26_000 },
    },
  ],
  category: 'SALE_OF_GOODS',
  consigneeCountryCode: 'GB',
};

const agent = (): Promise<OneParty> => createOneParty('customs-agent', PLATFORM);

const declared = async (party: OneParty, body: unknown = declaration): Promise<string> => {
  const made = await party.call('POST', DECLARATIONS, body);
  expect(made.status).toBe(201);
  return (made.body as { readonly declarationId: string }).declarationId;
};

const read = async (party: OneParty, id: string): Promise<Record<string, unknown>> =>
  (await party.call('GET', `${DECLARATIONS}/${id}`)).body as Record<string, unknown>;

describe('what is odd about goods is a warning', () => {
  test.each([
    ['nothing odd', tea, undefined],
    ['a vague description', { ...tea, description: '礼品若干' }, '/lines/0/description'],
    ['a vague description in English', { ...tea, description: 'parts' }, '/lines/0/description'],
    ['worth one fen', { ...tea, value: { currency: 'CNY', minor: 1 } }, '/lines/0/value'],
    ['a chapter of no tariff', { ...tea, hsCode: '770000' }, '/lines/0/hsCode'],
  ] as const)('%s', async (_title, line, pointer) => {
    const party = await agent();
    const made = await party.call('POST', DECLARATIONS, {
      ...declaration,
      lines: [line],
      totalValue: line.value,
    });
    const { warnings } = made.body as {
      readonly warnings?: readonly { readonly pointer: string }[];
    };
    expect([made.status, warnings?.map((one) => one.pointer)]).toEqual([
      201,
      pointer === undefined ? undefined : [pointer],
    ]);
    expect(party.faults).toEqual([]);
  });
});

test('every reply of the authority is one event with its code', async () => {
  const party = await agent();
  const id = await declared(party);
  for (const fact of ['BOOKED', 'INSPECTION_ORDERED', 'DUTY_ASKED', 'DUTY_PAID', 'RELEASED'])
    expect(await party.cause('customs-declarations', id, fact)).toMatchObject({
      state: 'SUCCEEDED',
    });
  const told = (await party.events(CHANGED)).map(({ status, authorityCode }) => [
    status,
    authorityCode,
  ]);
  expect(told).toEqual([
    ['SUBMITTED', undefined],
    ['BOOKED', '120'],
    ['INSPECTION', '300'],
    ['DUTY_DUE', '500'],
    ['BOOKED', '510'],
    ['RELEASED', '800'],
  ]);
  expect(party.faults).toEqual([]);
});

test('what was refused is amended and goes again, without the old reply', async () => {
  const party = await agent();
  const id = await declared(party, { ...declaration, incoterm: 'DDP' });
  await party.cause('customs-declarations', id, 'MESSAGE_REFUSED');
  expect(await read(party, id)).toMatchObject({ status: 'REJECTED', authorityCode: '100' });
  const amended = await party.call(
    'PATCH',
    `${DECLARATIONS}/${id}`,
    { paymentRef: 'PAY-2', clear: ['incoterm'] },
    { headers: { 'If-Match': '"2"' } },
  );
  expect(amended).toMatchObject({
    status: 200,
    body: { status: 'SUBMITTED', paymentRef: 'PAY-2' },
  });
  const now = await read(party, id);
  expect([now.authorityCode, now.incoterm, now.revision]).toEqual([undefined, undefined, 3]);
});

describe('order, payment and waybill are compared', () => {
  test.each([
    ['all agree', 'PAY-1', [true, true, true], ['ORDER', 'PAYMENT', 'WAYBILL']],
    ['the payment was never made', 'UNPAID-1', [true, false, true], ['ORDER', 'WAYBILL']],
    ['the payment is a fen short', 'SHORT-1', [true, false, true], ['ORDER', 'PAYMENT', 'WAYBILL']],
  ])('%s', async (_title, paymentRef, want, documents) => {
    const party = await agent();
    const id = await declared(party, { ...declaration, paymentRef });
    await party.cause('customs-declarations', id, 'BOOKED');
    const [match, ...more] = await party.events(MATCHED);
    expect(more).toEqual([]);
    expect([match?.orderMatched, match?.paymentMatched, match?.waybillMatched]).toEqual(want);
    const receipts = match?.receipts as readonly { readonly document: string }[];
    expect(receipts.map(({ document }) => document)).toEqual(documents);
  });
});

describe('a refused declaration is not kept', () => {
  test.each([
    [
      'a total that is not the sum',
      { ...declaration, totalValue: { currency: 'CNY', minor: 15_801 } },
      [422, 'RULE_VIOLATION', '/totalValue'],
    ],
    [
      'two currencies',
      { ...declaration, totalValue: { currency: 'USD', minor: 15_800 } },
      [422, 'RULE_VIOLATION', '/totalValue'],
    ],
    [
      'seven digits of the tariff',
      { ...declaration, lines: [{ ...tea, hsCode: '0902101' }] },
      [422, 'SCHEMA_VIOLATION', '/lines/0/hsCode'],
    ],
    [
      'an identity number as a payment',
      { ...declaration, paymentRef: '990000199001010009' },
      [422, 'PLAINTEXT_PERSONAL_DATA', '/paymentRef'],
    ],
    [
      'an identity number in a description',
      { ...declaration, lines: [{ ...tea, description: '绿茶 990000199001010009' }] },
      [422, 'PLAINTEXT_PERSONAL_DATA', '/lines/0/description'],
    ],
    ['an unknown procedure', { ...declaration, mode: 'M0000' }, [422, 'CODE_UNKNOWN', '/mode']],
    [
      'a negative value',
      {
        ...declaration,
        lines: [{ ...tea, value: { currency: 'CNY', minor: -1 } }],
        totalValue: { currency: 'CNY', minor: -1 },
      },
      [422, 'RULE_VIOLATION', '/lines/0/value'],
    ],
  ] as const)('%s', async (_title, body, [status, code, pointer]) => {
    const party = await agent();
    const answer = await party.call('POST', DECLARATIONS, body);
    const problem = answer.body as {
      readonly code: string;
      readonly errors: readonly { readonly pointer: string }[];
    };
    expect([answer.status, problem.code, problem.errors[0]?.pointer]).toEqual([
      status,
      code,
      pointer,
    ]);
    expect(JSON.stringify(problem)).not.toContain('990000199001010009');
    expect(await party.events(CHANGED)).toEqual([]);
  });
});

const lifecycle = registry.lifecycles.find(({ entity }) => entity === 'customs-declaration');
const rows = lifecycle?.transitions ?? [];

/** The facts that lead from submission to each state, by the shortest way. */
const ways = (() => {
  const found = new Map<string, readonly string[]>([['SUBMITTED', []]]);
  for (const [state, way] of found)
    for (const { kind, on, from, to } of rows)
      if (kind === 'observation' && from.includes(state) && !found.has(to))
        found.set(to, [...way, on]);
  return found;
})();

describe('the table of the lifecycle is kept', () => {
  const facts = [...new Set(rows.filter((row) => row.kind === 'observation').map((row) => row.on))];
  test.each([...ways])('%s takes the replies of its rows alone', async (state, way) => {
    const party = await agent();
    const id = await declared(party);
    for (const fact of way) await party.cause('customs-declarations', id, fact);
    const before = await read(party, id);
    expect(before.status).toBe(state);
    const illegal = facts.filter(
      (fact) => !rows.some(({ on, from }) => on === fact && from.includes(state)),
    );
    for (const fact of illegal)
      expect((await party.cause('customs-declarations', id, fact)).state).toBe('FAILED');
    if (state !== 'REJECTED')
      expect(
        await party.call(
          'PATCH',
          `${DECLARATIONS}/${id}`,
          { paymentRef: 'PAY-2' },
          { headers: { 'If-Match': `"${before.revision}"` } },
        ),
      ).toMatchObject({ status: 409, body: { code: 'STATE_ILLEGAL', from: state } });
    expect(await read(party, id)).toEqual(before);
  });
});

describe('a postal item', () => {
  test.each([
    ['is described', item, [201, undefined, undefined]],
    [
      'of a wrong check digit is refused',
      { ...item, s10: 'RB123456786GB' },
      [422, 'CHECK_DIGIT_INVALID', '/s10'],
    ],
    [
      'of an unknown country is refused',
      { ...item, s10: 'RB123456785XX' },
      [422, 'CHECK_DIGIT_INVALID', '/s10'],
    ],
    [
      'with an addressee is refused',
      { ...item, consigneeName: '张**' },
      [422, 'SCHEMA_VIOLATION', ''],
    ],
  ] as const)('%s', async (_title, body, [status, code, pointer]) => {
    const { call, faults } = await createOneParty('courier', POST);
    const answer = await call('POST', '/v1/postal-item-descriptions', body);
    const problem = answer.body as {
      readonly code?: string;
      readonly errors?: readonly { readonly pointer: string }[];
    };
    expect([answer.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([
      status,
      code,
      pointer,
    ]);
    expect(faults).toEqual([]);
  });

  test('is described once', async () => {
    const { call } = await createOneParty('courier', POST);
    const path = '/v1/postal-item-descriptions';
    await call('POST', path, item);
    expect((await call('POST', path, item)).status).toBe(200);
    const other = await call('POST', path, { ...item, category: 'GIFT' });
    expect(other).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
  });
});

test('a bonded warehouse reports what passes its gate', async () => {
  const { call, faults } = await createOneParty('customs-agent', {
    partyId: 'WAREHOUSE1',
    role: 'warehouse',
    name: '示例仓储',
  });
  const moved = await call('POST', '/v1/bonded-moves', {
    warehouseId: 'DLC-B01',
    sku: 'TEA-01',
    hsCode: '0902101000',
    quantity: { value: 200, unit: 'C62' },
    direction: 'IMPORT',
    occurredAt: '2026-11-10T15:00:00+08:00',
  });
  expect(moved).toMatchObject({ status: 201, body: { direction: 'IMPORT', revision: 1 } });
  expect(faults).toEqual([]);
});
