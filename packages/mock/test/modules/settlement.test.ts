import { type OrderSubmission, registry } from '@openwaybill/schemas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeResource } from '../../src/resources/change.ts';
import { causeFact } from '../../src/resources/fact.ts';
import { HOUR, OTHER_PLATFORM, PLATFORM, type TestCourier, testCourier } from '../mock-courier.ts';

const exampleOf = <T>(name: string, title: string): T =>
  registry.schemas.get(name)?.examples.valid[title] as T;
const yuan = (minor: number) => ({ currency: 'CNY', minor });
const TEA = exampleOf<OrderSubmission>('OrderSubmission', 'one box of tea to Dalian');
const REQUEST = {
  ...exampleOf<object>('QuoteRequest', 'an insured box within Dalian'),
  vas: [],
};
const NOBODY = '0193a5c0-7d4e-7a11-8c00-0000000000ff';

let courier: TestCourier;
let count = 0;
beforeAll(async () => {
  courier = await testCourier();
});
afterAll(() => {
  expect(courier.defects).toEqual([]);
  expect(courier.faults).toEqual([]);
});

const cause = (collection: string, fact: string, id?: string, body = {}, owner = PLATFORM) =>
  courier.mock.system.transact(owner, (unit, now) =>
    causeFact(courier.mock.system, unit, now, {
      collection,
      owner,
      fact,
      body,
      ...(id === undefined ? {} : { id }),
    }),
  );

/** A waybill of an order with a quote of 7.00. */
const shipped = async (): Promise<string> => {
  count += 1;
  const orderNo = `SO-STL-${count}`;
  const quote = await courier.call('POST', '/quotes', REQUEST);
  await courier.call('POST', '/orders', { ...TEA, orderNo, quoteId: quote.body.quoteId });
  const waybill = await courier.call('POST', '/waybills', {
    orderNo,
    packageId: 'P1',
    attempt: 1,
    allocationMode: 'ON_CREATE',
    carrierAccountId: 'ACC-0001',
    labelFormat: 'SVG_100X180',
  });
  return waybill.body.waybillNo;
};

const scan = (waybillNo: string, eventCode: string, more = {}) =>
  courier.call('POST', '/test-controls/scans', {
    carrierCode: 'ZZ',
    waybillNo,
    eventCode,
    ...more,
  });

const adviceOf = async (waybillNo: string) => {
  const { body } = await courier.call('GET', '/charge-advices?limit=200');
  return body.items.find((one: { waybillNo: string }) => one.waybillNo === waybillNo);
};

describe('an advice of charges', () => {
  test('comes with the first weighing, once, and honours the quote', async () => {
    const waybillNo = await shipped();
    await scan(waybillNo, 'PICKED_UP');
    await scan(waybillNo, 'PICKED_UP');
    expect(await adviceOf(waybillNo)).toMatchObject({
      billedWeightGrams: 1200,
      lines: [
        { component: 'FIRST_WEIGHT', amount: yuan(600) },
        { component: 'CONTINUED_WEIGHT', amount: yuan(100) },
      ],
      total: yuan(700),
      varianceMinor: 0,
      revision: 1,
    });
    const events = await courier.events('settlement.advice.issued');
    expect(events.filter((one) => one.waybillNo === waybillNo)).toHaveLength(1);
  });

  test('states what a heavier parcel costs beyond its quote', async () => {
    const waybillNo = await shipped();
    const { body } = await courier.call('GET', `/waybills/${waybillNo}`);
    await courier.call(
      'PATCH',
      `/waybills/${waybillNo}`,
      { weightGrams: 1600 },
      { headers: { 'If-Match': `"${body.revision}"` } },
    );
    await scan(waybillNo, 'PICKED_UP');
    expect(await adviceOf(waybillNo)).toMatchObject({
      actualWeightGrams: 1600,
      total: yuan(800),
      varianceMinor: 100,
    });
  });

  test('of another platform is not listed', async () => {
    const { body } = await courier.call('GET', '/charge-advices', undefined, {
      as: OTHER_PLATFORM,
    });
    expect(body.items).toEqual([]);
  });
});

type Line = { readonly lineId: string; readonly amount: { readonly minor: number } };

const issued = async () => {
  await scan(await shipped(), 'PICKED_UP');
  const { statementId } = await cause('statements', 'PERIOD_CLOSED');
  const lines = await courier.call('GET', `/statements/${statementId}/lines`);
  const [first] = lines.body.items as readonly Line[];
  if (first === undefined) throw new Error('the statement has no line');
  return { statementId: String(statementId), first };
};
const claim = (statementId: string, lineId: string, over = {}) => ({
  statementId,
  lineId,
  reason: 'WEIGHT',
  evidence: [],
  claimedAmount: yuan(100),
  ...over,
});

describe('a statement', () => {
  test('sums its lines over all pages, and states an advice once', async () => {
    const { statementId } = await issued();
    const { body: head } = await courier.call('GET', `/statements/${statementId}`);
    let sum = 0;
    let lineCount = 0;
    let cursor = '';
    do {
      const { body } = await courier.call(
        'GET',
        `/statements/${statementId}/lines?limit=1${cursor}`,
      );
      for (const line of body.items as readonly Line[]) sum += line.amount.minor;
      lineCount += body.items.length;
      cursor = body.nextCursor === undefined ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    expect({ sum, lineCount }).toEqual({ sum: head.totalMinor, lineCount: head.lineCount });
    const { statementId: next } = await cause('statements', 'PERIOD_CLOSED');
    expect((await courier.call('GET', `/statements/${next}`)).body).toMatchObject({
      totalMinor: 0,
      lineCount: 0,
    });
  });

  test('with a disputed line waits, and is then less by the credit', async () => {
    const { statementId, first } = await issued();
    const path = `/statements/${statementId}`;
    const before = (await courier.call('GET', path)).body;
    const opened = await courier.call('POST', '/disputes', claim(statementId, first.lineId));
    expect(opened).toMatchObject({ status: 201, body: { status: 'OPEN' } });
    const disputed = (await courier.call('GET', path)).body;
    expect(disputed).toMatchObject({ status: 'DISPUTED', revision: before.revision + 1 });
    expect(await courier.call('POST', `${path}/confirm`)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL', from: 'DISPUTED', command: 'confirmStatement' },
    });
    expect((await courier.call('GET', path)).body).toEqual(disputed);
    await cause('disputes', 'UPHELD', opened.body.disputeId);
    expect(await courier.call('POST', `${path}/confirm`)).toMatchObject({
      status: 200,
      body: { status: 'CONFIRMED', totalMinor: before.totalMinor - 100 },
    });
    expect(await courier.call('POST', `${path}/confirm`)).toMatchObject({ status: 409 });
    const late = await courier.call('POST', '/disputes', claim(statementId, first.lineId));
    expect(late).toMatchObject({ status: 409, body: { code: 'DUPLICATE' } });
  });

  test('waits for its last dispute, and a rejected one credits nothing', async () => {
    const { statementId, first } = await issued();
    const path = `/statements/${statementId}`;
    const { body } = await courier.call('GET', `${path}/lines`);
    const second = (body.items as readonly Line[])[1]?.lineId ?? '';
    const one = await courier.call('POST', '/disputes', claim(statementId, first.lineId));
    const two = await courier.call('POST', '/disputes', claim(statementId, second));
    const { totalMinor } = (await courier.call('GET', path)).body;
    await cause('disputes', 'REJECTED', one.body.disputeId);
    expect((await courier.call('GET', path)).body).toMatchObject({
      status: 'DISPUTED',
      totalMinor,
    });
    await cause('disputes', 'REJECTED', two.body.disputeId);
    expect((await courier.call('GET', path)).body).toMatchObject({ status: 'ISSUED', totalMinor });
    expect((await courier.call('GET', `/disputes/${two.body.disputeId}`)).body).toMatchObject({
      status: 'REJECTED',
      revision: 2,
    });
    await expect(cause('disputes', 'UPHELD', two.body.disputeId)).rejects.toMatchObject({
      code: 'STATE_ILLEGAL',
    });
  });

  test('is not called settled while a dispute is open', async () => {
    const { statementId, first } = await issued();
    await courier.call('POST', '/disputes', claim(statementId, first.lineId));
    await expect(cause('statements', 'DISPUTES_RESOLVED', statementId)).rejects.toMatchObject({
      code: 'STATE_ILLEGAL',
    });
  });

  test('that was confirmed takes no dispute', async () => {
    const { statementId, first } = await issued();
    await courier.call('POST', `/statements/${statementId}/confirm`);
    expect(await courier.call('POST', '/disputes', claim(statementId, first.lineId))).toMatchObject(
      {
        status: 409,
        body: { code: 'STATE_ILLEGAL' },
      },
    );
  });

  test('of another platform does not exist', async () => {
    const { statementId } = await issued();
    const as = { as: OTHER_PLATFORM };
    const lines = `/statements/${statementId}/lines`;
    expect((await courier.call('GET', lines, undefined, as)).status).toBe(404);
    expect(
      (await courier.call('POST', `/statements/${statementId}/confirm`, undefined, as)).status,
    ).toBe(404);
  });
});

describe('a dispute is refused, and the statement stays as it is', () => {
  let statementId: string;
  let lineId: string;
  beforeAll(async () => {
    const made = await issued();
    statementId = made.statementId;
    lineId = made.first.lineId;
  });
  test.each([
    ['of no statement', { statementId: NOBODY }, 404, 'NOT_FOUND', undefined],
    ['of a line of no statement', { lineId: NOBODY }, 404, 'NOT_FOUND', undefined],
    [
      'for more than the line',
      { claimedAmount: yuan(601) },
      422,
      'RULE_VIOLATION',
      '/claimedAmount',
    ],
    [
      'in another currency',
      { claimedAmount: { currency: 'USD', minor: 100 } },
      422,
      'RULE_VIOLATION',
      '/claimedAmount',
    ],
    ['for nothing', { claimedAmount: yuan(0) }, 422, 'RULE_VIOLATION', '/claimedAmount'],
    ['for a reason of no list', { reason: 'TOO_DEAR' }, 422, 'CODE_UNKNOWN', '/reason'],
    ['with six files', { evidence: Array(6).fill({}) }, 422, 'SCHEMA_VIOLATION', '/evidence'],
  ])('%s', async (_title, over, status, code, pointer) => {
    const before = (await courier.call('GET', `/statements/${statementId}`)).body;
    const got = await courier.call('POST', '/disputes', claim(statementId, lineId, over));
    expect({ status: got.status, code: got.body.code }).toEqual({ status, code });
    if (pointer !== undefined) expect(got.body.errors[0].pointer).toBe(pointer);
    expect((await courier.call('GET', `/statements/${statementId}`)).body).toEqual(before);
  });
});

describe('cash on delivery', () => {
  const instruction = (waybillNo: string, over = {}) => ({
    waybillNo,
    amount: yuan(19_900),
    remitAccountRef: 'acct_Qx7Lm2vRk9Tb',
    remitWithinDayCount: 3,
    ...over,
  });
  const instruct = (waybillNo: string, over = {}) =>
    courier.call('POST', '/cod-instructions', instruction(waybillNo, over));
  const read = async (waybillNo: string) =>
    (await courier.call('GET', `/cod-instructions/${waybillNo}`)).body;

  test.each([
    ['for a waybill that there is not', 'ZZ999999999999', {}, 404, 'NOT_FOUND', undefined],
    ['of nothing', undefined, { amount: yuan(0) }, 422, 'RULE_VIOLATION', '/amount'],
    [
      'to the number of an account',
      undefined,
      { remitAccountRef: '6200000000000000005' },
      422,
      'PLAINTEXT_PERSONAL_DATA',
      '/remitAccountRef',
    ],
    [
      'to the number of an account in groups',
      undefined,
      { remitAccountRef: '6200-0000-0000-0000' },
      422,
      'PLAINTEXT_PERSONAL_DATA',
      '/remitAccountRef',
    ],
    [
      'within no time',
      undefined,
      { remitWithinDayCount: -1 },
      422,
      'SCHEMA_VIOLATION',
      '/remitWithinDayCount',
    ],
  ])('is not instructed %s', async (_title, given, over, status, code, pointer) => {
    const waybillNo = given ?? (await shipped());
    const got = await instruct(waybillNo, over);
    expect({ status: got.status, code: got.body.code }).toEqual({ status, code });
    if (pointer !== undefined) expect(got.body.errors[0].pointer).toBe(pointer);
    expect(await read(waybillNo)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is instructed once, and with other content is a duplicate', async () => {
    const waybillNo = await shipped();
    const first = await instruct(waybillNo);
    expect(await instruct(waybillNo)).toMatchObject({ status: 200, body: first.body });
    expect(await instruct(waybillNo, { amount: yuan(1) })).toMatchObject({
      status: 409,
      body: { code: 'DUPLICATE' },
    });
    expect(await read(waybillNo)).toEqual(first.body);
  });

  test('is not instructed for a parcel that is out for delivery', async () => {
    const waybillNo = await shipped();
    for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY']) await scan(waybillNo, code);
    expect(await instruct(waybillNo)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL' },
    });
  });

  test('that a scan collects is told with the time of the scan', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY']) await scan(waybillNo, code);
    const occurredAt = '2026-11-11T00:30:00+08:00';
    await courier.advance(HOUR);
    await scan(waybillNo, 'COD_COLLECTED', { occurredAt });
    expect(await read(waybillNo)).toMatchObject({ status: 'COLLECTED', collectedAt: occurredAt });
    const told = await courier.events('settlement.cod.collected');
    expect(told.filter((one) => one.waybillNo === waybillNo)).toEqual([
      expect.objectContaining({ collectedAmount: yuan(19_900), collectedAt: occurredAt }),
    ]);
  });

  test('that the consignee refuses to pay is over', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    for (const code of ['PICKED_UP', 'OUT_FOR_DELIVERY']) await scan(waybillNo, code);
    await scan(waybillNo, 'DELIVERY_ATTEMPT_FAILED', { reason: 'COD_REFUSED' });
    expect(await read(waybillNo)).toMatchObject({ status: 'REFUSED' });
  });

  test('is remitted once, and never again by any way', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    await expect(cause('cod-instructions', 'REMITTED', waybillNo)).rejects.toMatchObject({
      code: 'STATE_ILLEGAL',
    });
    await cause('cod-instructions', 'COD_COLLECTED', waybillNo);
    await cause('cod-instructions', 'REMITTED', waybillNo);
    const before = await read(waybillNo);
    for (const fact of ['REMITTED', 'COD_COLLECTED', 'SETTLED', 'AMOUNTS_DIFFER'])
      await expect(cause('cod-instructions', fact, waybillNo)).rejects.toMatchObject({
        code: 'STATE_ILLEGAL',
      });
    expect(await read(waybillNo)).toEqual(before);
    const told = await courier.events('settlement.cod.remitted');
    const items = told.flatMap((one) => one.items as readonly { readonly waybillNo: string }[]);
    expect(items.filter((item) => item.waybillNo === waybillNo)).toHaveLength(1);
  });

  test('that was collected short is settled with what was collected', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    await cause('cod-instructions', 'COD_COLLECTED', waybillNo, { collectedAmount: yuan(19_000) });
    await cause('cod-instructions', 'AMOUNTS_DIFFER', waybillNo);
    const reconcile = `/cod-instructions/${waybillNo}/reconcile`;
    expect(await courier.call('POST', reconcile)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL', from: 'DISCREPANT' },
    });
    await cause('cod-instructions', 'SETTLED', waybillNo);
    expect(await courier.call('POST', reconcile)).toMatchObject({
      status: 200,
      body: { status: 'RECONCILED', remittedAmount: yuan(19_000) },
    });
  });

  test('that is remitted by test control is what was collected, once', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    const happens = async (fact: string) => {
      const started = await courier.call('POST', '/test-controls/actions', {
        action: 'CAUSE_FACT',
        input: { collection: 'cod-instructions', resourceId: waybillNo, fact },
      });
      await courier.mock.settled();
      return courier.call('GET', `/test-controls/actions/${started.body.actionId}`);
    };
    const states = ['FAILED', 'SUCCEEDED', 'SUCCEEDED', 'FAILED'];
    for (const fact of ['REMITTED', 'COD_COLLECTED', 'REMITTED', 'REMITTED'])
      expect((await happens(fact)).body.state).toBe(states.shift());
    expect(await read(waybillNo)).toMatchObject({
      collectedAmount: yuan(19_900),
      remittedAmount: yuan(19_900),
    });
  });

  test('beyond what was collected cannot be stored', async () => {
    const waybillNo = await shipped();
    await instruct(waybillNo);
    await cause('cod-instructions', 'COD_COLLECTED', waybillNo);
    const before = await read(waybillNo);
    const { system } = courier.mock;
    const collection = system.collections.get('cod-instructions');
    if (collection === undefined) throw new Error('the registry has no cash');
    await expect(
      system.transact(PLATFORM, (unit, now) =>
        changeResource(
          { system, unit, now, owner: PLATFORM, on: 'REMITTED', path: {}, body: {} },
          collection,
          {
            ...before,
            status: 'REMITTED',
            remitBatchId: NOBODY,
            remittedAmount: yuan(19_901),
            remittedAt: now,
          },
          before,
        ),
      ),
    ).rejects.toThrow('/remittedAmount STL-002');
    expect(await read(waybillNo)).toEqual(before);
  });
});

describe('a command that no row of its table names is refused', () => {
  const rows = registry.lifecycles.find(({ entity }) => entity === 'cod');
  const WAYS: Readonly<Record<string, readonly string[]>> = {
    INSTRUCTED: [],
    COLLECTED: ['COD_COLLECTED'],
    REFUSED: ['COD_REFUSED'],
    RECONCILED: ['COD_COLLECTED', 'REMITTED'],
  };
  test.each(Object.keys(WAYS))('reconcileCod in %s', async (state) => {
    const allowed = rows?.transitions.some(
      ({ on, from }) => on === 'reconcile-cod' && (from as readonly string[]).includes(state),
    );
    expect(allowed).toBe(false);
    const waybillNo = await shipped();
    await courier.call('POST', '/cod-instructions', {
      waybillNo,
      amount: yuan(100),
      remitAccountRef: 'acct_Qx7Lm2vRk9Tb',
      remitWithinDayCount: 3,
    });
    for (const fact of WAYS[state] ?? []) await cause('cod-instructions', fact, waybillNo);
    const path = `/cod-instructions/${waybillNo}`;
    if (state === 'RECONCILED') await courier.call('POST', `${path}/reconcile`);
    const before = (await courier.call('GET', path)).body;
    expect(before.status).toBe(state);
    expect(await courier.call('POST', `${path}/reconcile`)).toMatchObject({
      status: 409,
      body: { code: 'STATE_ILLEGAL', from: state, command: 'reconcileCod' },
    });
    expect((await courier.call('GET', path)).body).toEqual(before);
  });
});
