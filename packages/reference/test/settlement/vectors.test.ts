import type {
  ChargeAdvice,
  Quote,
  QuoteRequest,
  StatementLine,
  Tariff,
  VasOffer,
} from '@openwaybill/schemas';
import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import {
  adviceOf,
  reconcileCash,
  reconcileStatement,
  remittancesOf,
  statementTotals,
} from '../../src/settlement/index.ts';

const exampleOf = <T>(name: string, title: string): T =>
  registry.schemas.get(name)?.examples.valid[title] as T;

const yuan = (minor: number) => ({ currency: 'CNY', minor });
const waybillNo = 'ZZ010000000016';
const other = 'ZZ010000000024';

describe('an advice', () => {
  const prices = {
    tariff: exampleOf<Tariff>('Tariff', 'two zones'),
    offers: [exampleOf<VasOffer>('VasOffer', 'insurance for half a per cent')],
  };
  const dearer = {
    ...prices,
    tariff: {
      ...prices.tariff,
      brackets: prices.tariff.brackets.map((one) => ({ ...one, firstPrice: yuan(900) })),
    },
  };
  const request = exampleOf<QuoteRequest>('QuoteRequest', 'an insured box within Dalian');
  const quote = exampleOf<Quote>('Quote', 'first weight, continued weight and insurance');
  const given = { request, quote };
  const carried = {
    waybillNo,
    request,
    orderedAt: '2026-11-11T10:00:00+08:00',
    actualWeightGrams: 1200,
  };

  test.each([
    ['as quoted', carried, prices, yuan(800), 0],
    ['a dearer tariff since, and the quote holds', carried, dearer, yuan(800), 0],
    [
      'ordered when the quote was over',
      { ...carried, orderedAt: '2026-11-12T09:00:01+08:00' },
      dearer,
      yuan(1100),
      300,
    ],
    ['heavier, in the same step', { ...carried, actualWeightGrams: 1300 }, prices, yuan(800), 0],
    ['a step heavier', { ...carried, actualWeightGrams: 1600 }, prices, yuan(900), 100],
    [
      'a service chosen since, beside a quote that holds',
      { ...carried, request: { ...request, vas: ['UPSTAIRS' as const, 'INSURE' as const] } },
      dearer,
      yuan(1000),
      200,
    ],
    ['lighter than the box is large', { ...carried, actualWeightGrams: 900 }, prices, yuan(800), 0],
  ])('%s', (_title, what, list, total, varianceMinor) => {
    expect(adviceOf(what, list, given)).toMatchObject({
      ok: true,
      advice: { quoteId: quote.quoteId, total, varianceMinor },
    });
  });

  test('without a quote has no variance', () => {
    const made = adviceOf(carried, prices);
    expect(made.ok && 'varianceMinor' in made.advice).toBe(false);
    expect(made).toMatchObject({ ok: true, advice: { total: yuan(800) } });
  });

  test('of what no tariff covers is refused', () => {
    expect(adviceOf({ ...carried, actualWeightGrams: 60_000 }, prices, given)).toMatchObject({
      ok: false,
      reason: 'NO_BRACKET',
    });
  });
});

const line: StatementLine = {
  lineId: '0193a5c0-7d4e-7a11-8c00-0000000000e2',
  waybillNo,
  component: 'FIRST_WEIGHT',
  amount: yuan(600),
  taxAmount: yuan(34),
};
const step: StatementLine = {
  ...line,
  lineId: '0193a5c0-7d4e-7a11-8c00-0000000000e5',
  component: 'CONTINUED_WEIGHT',
  amount: yuan(200),
  taxAmount: yuan(11),
};

test('totals are exact, by component and with their tax', () => {
  expect(
    statementTotals([line, step, { ...line, amount: yuan(-100), taxAmount: yuan(-6) }]),
  ).toEqual({
    totalMinor: 700,
    taxMinor: 39,
    lineCount: 3,
    byComponent: { FIRST_WEIGHT: 500, CONTINUED_WEIGHT: 200 },
  });
  expect(statementTotals([])).toEqual({
    totalMinor: 0,
    taxMinor: 0,
    lineCount: 0,
    byComponent: {},
  });
  expect(
    statementTotals([line, { ...step, amount: { currency: 'JPY', minor: 5 } }]),
  ).toBeUndefined();
  expect(
    statementTotals([line, { ...step, amount: yuan(Number.MAX_SAFE_INTEGER) }]),
  ).toBeUndefined();
});

describe('a statement against its lines and its advices', () => {
  const statement = { currency: 'CNY', totalMinor: 800, lineCount: 2 };
  const advice: Pick<ChargeAdvice, 'waybillNo' | 'lines'> = {
    waybillNo,
    lines: [
      { component: 'FIRST_WEIGHT', amount: yuan(600) },
      { component: 'CONTINUED_WEIGHT', amount: yuan(200) },
    ],
  };
  const cases: readonly (readonly [
    title: string,
    given: Partial<{
      statement: typeof statement;
      lines: readonly StatementLine[];
      advices: readonly (typeof advice)[];
    }>,
    want: readonly object[],
  ])[] = [
    ['nothing where all agrees', {}, []],
    [
      'a total off by one minor unit',
      { statement: { ...statement, totalMinor: 801 } },
      [{ kind: 'TOTAL', difference: 1 }],
    ],
    [
      'a line that is missing',
      { lines: [line] },
      [
        { kind: 'LINE_COUNT', difference: 1 },
        { kind: 'TOTAL', difference: 200 },
        { kind: 'NOT_CHARGED', waybillNo, component: 'CONTINUED_WEIGHT', difference: -200 },
      ],
    ],
    [
      'a line that came twice',
      { statement: { ...statement, totalMinor: 1400, lineCount: 3 }, lines: [line, step, line] },
      [
        { kind: 'LINE_TWICE', lineId: line.lineId },
        { kind: 'AMOUNT', waybillNo, component: 'FIRST_WEIGHT', difference: 600 },
      ],
    ],
    [
      'a waybill that was never advised',
      { lines: [{ ...line, waybillNo: other }, step] },
      [
        { kind: 'NOT_ADVISED', waybillNo: other, component: 'FIRST_WEIGHT', difference: 600 },
        { kind: 'NOT_CHARGED', waybillNo, component: 'FIRST_WEIGHT', difference: -600 },
      ],
    ],
    [
      'another currency, and no sums over it',
      { lines: [line, { ...step, amount: { currency: 'JPY', minor: 200 } }] },
      [{ kind: 'CURRENCY', lineId: step.lineId }],
    ],
  ];
  test.each(cases)('%s', (_title, given, want) => {
    const { statement: head = statement, lines = [line, step], advices = [advice] } = given;
    expect(reconcileStatement(head, lines, advices)).toEqual(want);
  });
});

describe('cash of a waybill', () => {
  const instruction = { waybillNo, amount: yuan(19_900), remitWithinDayCount: 3 };
  const collection = {
    waybillNo,
    collectedAmount: yuan(19_900),
    collectedAt: '2026-11-13T23:30:00+08:00',
  };
  const remittance = {
    remitBatchId: 'b1',
    items: [{ waybillNo, amount: yuan(19_900) }],
    remittedAt: '2026-11-16T23:59:59+08:00',
    totalMinor: 19_900,
  };
  const all = {
    instructions: [instruction],
    collections: [collection],
    remittances: [remittance],
  };
  const paying = (minor: number) => ({
    ...remittance,
    items: [{ waybillNo, amount: yuan(minor) }],
    totalMinor: minor,
  });
  const cases: readonly (readonly [string, Partial<typeof all>, readonly object[]])[] = [
    ['agrees', {}, []],
    ['is not due before the last day ends', { remittances: [] }, []],
    [
      'was collected short',
      {
        collections: [{ ...collection, collectedAmount: yuan(19_000) }],
        remittances: [paying(19_000)],
      },
      [{ kind: 'COLLECTED_DIFFERS', waybillNo, difference: -900 }],
    ],
    [
      'was collected without an instruction',
      { instructions: [] },
      [{ kind: 'NOT_INSTRUCTED', waybillNo }],
    ],
    [
      'was collected twice',
      { collections: [collection, collection] },
      [{ kind: 'COLLECTED_TWICE', waybillNo }],
    ],
    [
      'was remitted and never collected',
      { collections: [] },
      [{ kind: 'NOT_COLLECTED', waybillNo }],
    ],
    [
      'was remitted twice',
      { remittances: [remittance, { ...remittance, remitBatchId: 'b2' }] },
      [{ kind: 'REMITTED_TWICE', waybillNo }],
    ],
    [
      'was remitted beyond what was collected',
      { remittances: [paying(19_901)] },
      [{ kind: 'OVER_REMITTED', waybillNo, difference: 1 }],
    ],
    [
      'was remitted in part',
      { remittances: [paying(19_899)] },
      [{ kind: 'UNDER_REMITTED', waybillNo, difference: -1 }],
    ],
    [
      'was remitted in another currency',
      {
        remittances: [
          { ...remittance, items: [{ waybillNo, amount: { currency: 'USD', minor: 19_900 } }] },
        ],
      },
      [{ kind: 'CURRENCY', waybillNo }],
    ],
    [
      'was remitted a second too late',
      { remittances: [{ ...remittance, remittedAt: '2026-11-17T00:00:00+08:00' }] },
      [{ kind: 'LATE', waybillNo }],
    ],
    [
      'is in a batch that does not add up',
      { remittances: [{ ...remittance, totalMinor: 20_000 }] },
      [{ kind: 'BATCH_TOTAL', remitBatchId: 'b1', difference: 100 }],
    ],
  ];
  test.each(cases)('%s', (_title, given, want) => {
    expect(reconcileCash({ ...all, ...given }, '2026-11-16T12:00:00+08:00')).toEqual(want);
  });

  test('is overdue on the first day after the term', () => {
    expect(reconcileCash({ ...all, remittances: [] }, '2026-11-16T16:00:00Z')).toEqual([
      { kind: 'OVERDUE', waybillNo },
    ]);
  });
});

test('a batch takes what is due, once, by currency and within its size', () => {
  const collected = (number: string, minor: number, currency = 'CNY') => ({
    waybillNo: number,
    collectedAmount: { currency, minor },
  });
  const given = [
    collected('A0000001', 100),
    collected('A0000002', 200),
    collected('A0000002', 200),
    collected('A0000003', 300, 'HKD'),
    collected('A0000004', 400),
    collected('A0000005', 0),
    collected('A0000006', 600),
  ];
  expect(remittancesOf(given, new Set(['A0000006']), 2)).toEqual([
    {
      items: [
        { waybillNo: 'A0000001', amount: yuan(100) },
        { waybillNo: 'A0000002', amount: yuan(200) },
      ],
      totalMinor: 300,
    },
    {
      items: [{ waybillNo: 'A0000003', amount: { currency: 'HKD', minor: 300 } }],
      totalMinor: 300,
    },
    { items: [{ waybillNo: 'A0000004', amount: yuan(400) }], totalMinor: 400 },
  ]);
});
