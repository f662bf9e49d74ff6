import { type RefundFacts, refundOf } from '@openwaybill/reference/returns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const price = (minor: number, currency = 'CNY') => ({ currency, minor });
const line = (lineNo: number, value: number, minor: number, currency = 'CNY') => ({
  lineNo,
  quantity: { value, unit: 'C62' },
  unitPrice: price(minor, currency),
});
const inspected: RefundFacts = {
  reached: ['PICKUP', 'RECEIPT', 'INSPECTION'],
  items: [line(1, 2, 6400), line(2, 1, 990)],
  inspection: {
    lines: [
      { lineNo: 1, grade: 'A', acceptedCount: 2 },
      { lineNo: 2, grade: 'REJECTED', acceptedCount: 0 },
    ],
  },
  wasTriggered: false,
};
const { inspection: _, ...received } = {
  ...inspected,
  reached: ['PICKUP', 'RECEIPT'] as RefundFacts['reached'],
};

describe('a refund', () => {
  test.each<[string, { given: RefundFacts; want: ReturnType<typeof refundOf> }]>([
    [
      'pays what an inspection accepted',
      { given: inspected, want: { basis: 'INSPECTION', amount: price(12_800) } },
    ],
    ['is not triggered twice', { given: { ...inspected, wasTriggered: true }, want: undefined }],
    ['waits for the inspection', { given: received, want: undefined }],
    [
      'follows the receipt by an agreed rule, and pays all',
      {
        given: { ...received, agreed: 'RECEIPT' },
        want: { basis: 'RECEIPT', amount: price(13_790) },
      },
    ],
    [
      'waits for the step that was agreed',
      { given: { ...received, agreed: 'RECEIPT', reached: ['PICKUP'] }, want: undefined },
    ],
    [
      'needs an agreed rule to follow a pickup',
      { given: { ...received, reached: ['PICKUP'] }, want: undefined },
    ],
    [
      'is nothing where everything was rejected',
      {
        given: {
          ...inspected,
          inspection: { lines: [{ lineNo: 1, grade: 'REJECTED', acceptedCount: 0 }] },
        },
        want: undefined,
      },
    ],
    [
      'never pays more than went back',
      {
        given: {
          ...inspected,
          items: [line(1, 1, 6400)],
          inspection: { lines: [{ lineNo: 1, grade: 'A', acceptedCount: 9 }] },
        },
        want: { basis: 'INSPECTION', amount: price(6400) },
      },
    ],
    [
      'adds no two currencies',
      {
        given: { ...inspected, items: [line(1, 1, 100), line(2, 1, 100, 'USD')] },
        want: undefined,
      },
    ],
    [
      'guesses no price',
      {
        given: { ...inspected, items: [{ lineNo: 1, quantity: { value: 1, unit: 'C62' } }] },
        want: undefined,
      },
    ],
  ])('%s', (_title, { given, want }) => expect(refundOf(given)).toEqual(want));
});

test('nothing is refunded without a step that is reached, nor a second time', () => {
  const bases = fc.constantFrom('INSPECTION' as const, 'RECEIPT' as const, 'PICKUP' as const);
  fc.assert(
    fc.property(
      fc.option(bases, { nil: undefined }),
      fc.uniqueArray(bases),
      fc.boolean(),
      (agreed, reached, wasTriggered) => {
        const given = { ...inspected, reached, wasTriggered };
        const refund = refundOf(agreed === undefined ? given : { ...given, agreed });
        const want = !wasTriggered && reached.includes(agreed ?? 'INSPECTION');
        expect(refund !== undefined).toBe(want);
        if (refund !== undefined) expect(refund.basis).toBe(agreed ?? 'INSPECTION');
      },
    ),
  );
});
