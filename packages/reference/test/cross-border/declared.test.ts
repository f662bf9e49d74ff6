import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterOf, hsCodeFault, totalOf, tripleMatch } from '../../src/cross-border/index.ts';

describe('a tariff code', () => {
  test.each([
    ['090210', undefined],
    ['0902101000', undefined],
    ['49019900', undefined],
    ['970110', undefined],
    ['9801000010', undefined],
    ['090', 'FORM'],
    ['0902101', 'FORM'],
    ['09021O', 'FORM'],
    ['', 'FORM'],
    ['000000', 'CHAPTER'],
    ['770100', 'CHAPTER'],
    ['980100', 'CHAPTER'],
  ])('%s', (code, fault) => {
    expect(hsCodeFault(code)).toBe(fault);
  });

  test('stands in the chapter of its first two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 97 }), fc.nat(9999), (chapter, rest) => {
        const code = String(chapter).padStart(2, '0') + String(rest).padStart(4, '0');
        expect(chapterOf(code)).toBe(chapter);
        expect(hsCodeFault(code)).toBe(chapter === 77 ? 'CHAPTER' : undefined);
      }),
    );
  });
});

const cny = (minor: number) => ({ currency: 'CNY', minor });

describe('a total', () => {
  test.each([
    ['of two lines', [cny(15_800), cny(7800)], cny(23_600)],
    ['of one line', [cny(0)], cny(0)],
    ['of no line', [], { fault: 'NOTHING_TO_ADD' }],
    ['of two currencies', [cny(1), { currency: 'USD', minor: 1 }], { fault: 'MIXED_CURRENCIES' }],
    ['beyond whole numbers', [cny(Number.MAX_SAFE_INTEGER), cny(1)], { fault: 'TOO_LARGE' }],
  ])('%s', (_title, values, total) => {
    expect(totalOf(values)).toEqual(total);
  });

  test('is the same in any order of the lines', () => {
    const value = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(cny);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
        expect(totalOf(values.toReversed())).toEqual(totalOf(values));
      }),
    );
  });
});

describe('the match of order, payment and waybill', () => {
  const declared = {
    orderNo: 'SO-1',
    paymentRef: 'PAY-1',
    waybillNo: 'RB123456785GB',
    totalValue: cny(23_600),
    lines: [
      {
        lineNo: 1,
        description: '绿茶',
        hsCode: '090210',
        originCountryCode: 'CN',
        quantity: { value: 1, unit: 'C62' },
        netWeightGrams: 1150,
        value: cny(23_600),
      },
    ],
  };
  const order = { orderNo: 'SO-1', totalValue: cny(23_600) };
  const payment = { paymentRef: 'PAY-1', orderNo: 'SO-1', amount: cny(23_600) };
  const waybill = { waybillNo: 'RB123456785GB', orderNo: 'SO-1', grossWeightGrams: 1300 };

  test.each([
    ['all three agree', { order, payment, waybill }, [true, true, true], []],
    ['nothing was sent', {}, [false, false, false], ['MISSING', 'MISSING', 'MISSING']],
    ['no payment', { order, waybill }, [true, false, true], ['MISSING']],
    [
      'a fen is missing from the payment',
      { order, payment: { ...payment, amount: cny(23_599) }, waybill },
      [true, false, true],
      ['value'],
    ],
    [
      'paid in another currency',
      { order, payment: { ...payment, amount: { currency: 'USD', minor: 23_600 } }, waybill },
      [true, false, true],
      ['value'],
    ],
    [
      'the payment is of another order',
      { order, payment: { ...payment, orderNo: 'SO-2' }, waybill },
      [true, false, true],
      ['orderNo'],
    ],
    [
      'another parcel',
      { order, payment, waybill: { ...waybill, waybillNo: 'RB200000010GB' } },
      [true, true, false],
      ['waybillNo'],
    ],
    [
      'a parcel lighter than its goods',
      { order, payment, waybill: { ...waybill, grossWeightGrams: 1149 } },
      [true, true, false],
      ['weight'],
    ],
    [
      'an order of another value',
      { order: { ...order, totalValue: cny(1) }, payment, waybill },
      [false, true, true],
      ['value'],
    ],
  ])('%s', (_title, sent, want, members) => {
    const { orderMatched, paymentMatched, waybillMatched, differences } = tripleMatch(
      declared,
      sent,
    );
    expect([orderMatched, paymentMatched, waybillMatched]).toEqual(want);
    expect(differences.map(({ member }) => member)).toEqual(members);
  });
});
