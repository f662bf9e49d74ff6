import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  announce,
  demandOf,
  emptyLedger,
  type Ledger,
  type Movement,
  receiptFaults,
  receive,
  replay,
  reserve,
  shortagesOf,
  transfer,
} from '../../src/warehouse/index.ts';

const numbered = (movements: readonly Movement[]) =>
  movements.map((movement, index) => ({ ...movement, ledgerSeq: index + 1 }));

const item = (sku: string, value: number) =>
  ({ lineNo: 1, categoryCode: 'FOOD', sku, quantity: { value, unit: 'C62' } }) as const;

test('demand adds up what stands in several packages', () => {
  const packages = [
    { packageId: 'P1', items: [item('TEA', 2), item('CUP', 1)] },
    { packageId: 'P2', items: [item('TEA', 3)] },
  ];
  expect([...demandOf(packages)]).toEqual([
    ['TEA', 5],
    ['CUP', 1],
  ]);
});

describe('a demand', () => {
  const stock = new Map([['TEA', { onHandCount: 5, reservedCount: 2, inTransitCount: 9 }]]);
  test.each([
    ['of all that is available is met', [['TEA', 3]], []],
    ['of one more is short', [['TEA', 4]], [{ sku: 'TEA', wanted: 4, available: 3 }]],
    ['of an unknown item is short', [['CUP', 1]], [{ sku: 'CUP', wanted: 1, available: 0 }]],
    ['of nothing is met', [], []],
  ] as const)('%s', (_title, wanted, shortages) => {
    expect(shortagesOf(stock, new Map(wanted))).toEqual(shortages);
  });
});

const lines = [
  { lineNo: 1, sku: 'TEA', expectedCount: 200 },
  { lineNo: 2, sku: 'CUP', expectedCount: 60 },
];
const whole = { lineNo: 2, receivedCount: 60, damagedCount: 0, shortCount: 0 };

describe('a receipt', () => {
  test.each([
    [
      'that balances has no fault',
      [{ lineNo: 1, receivedCount: 198, damagedCount: 3, shortCount: 2 }, whole],
      [],
    ],
    [
      'that loses pieces is unbalanced',
      [{ lineNo: 1, receivedCount: 190, damagedCount: 0, shortCount: 2 }, whole],
      [{ lineNo: 1, fault: 'UNBALANCED' }],
    ],
    [
      'with more than was expected is unbalanced',
      [{ lineNo: 1, receivedCount: 201, damagedCount: 0, shortCount: 0 }, whole],
      [{ lineNo: 1, fault: 'UNBALANCED' }],
    ],
    [
      'counts damage among what was received',
      [{ lineNo: 1, receivedCount: 0, damagedCount: 1, shortCount: 200 }, whole],
      [{ lineNo: 1, fault: 'EXCESS_DAMAGE' }],
    ],
    ['that leaves a line out is told', [whole], [{ lineNo: 1, fault: 'MISSING' }]],
    [
      'that repeats a line is told',
      [{ lineNo: 1, receivedCount: 200, damagedCount: 0, shortCount: 0 }, whole, whole],
      [{ lineNo: 2, fault: 'REPEATED' }],
    ],
    [
      'of another line is told',
      [
        { lineNo: 1, receivedCount: 200, damagedCount: 0, shortCount: 0 },
        whole,
        { ...whole, lineNo: 3 },
      ],
      [{ lineNo: 3, fault: 'UNKNOWN' }],
    ],
  ])('%s', (_title, received, faults) => {
    expect(receiptFaults(lines, received)).toEqual(faults);
  });
});

describe('goods that come in', () => {
  const line = fc.record({
    receivedCount: fc.nat(50),
    shortCount: fc.nat(50),
    damage: fc.nat(100),
  });

  test('are on hand, without the damaged, and no longer in transit', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (drawn) => {
        const received = drawn.map(({ receivedCount, shortCount, damage }, index) => ({
          lineNo: index + 1,
          receivedCount,
          shortCount,
          damagedCount: Math.min(damage, receivedCount),
        }));
        const notice = received.map(({ lineNo, receivedCount, shortCount }) => ({
          lineNo,
          sku: `S${lineNo % 3}`,
          expectedCount: receivedCount + shortCount,
        }));
        expect(receiptFaults(notice, received)).toEqual([]);
        const after = replay(
          numbered([...announce(notice), ...receive(notice, received)]),
        ) as Ledger;
        const sum = (of: (counts: { onHandCount: number; inTransitCount: number }) => number) =>
          [...after.stock.values()].reduce((total, counts) => total + of(counts), 0);
        expect(sum(({ inTransitCount }) => inTransitCount)).toBe(0);
        expect(sum(({ onHandCount }) => onHandCount)).toBe(
          received.reduce(
            (total, { receivedCount, damagedCount }) => total + receivedCount - damagedCount,
            0,
          ),
        );
      }),
    );
  });
});

test('a transfer makes no pieces and loses none', () => {
  const wanted = fc.array(
    fc.record({
      sku: fc.constantFrom('TEA', 'CUP'),
      quantityCount: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(wanted, (moving) => {
      const { from, to, demand } = transfer(moving);
      const total = [...demand.values()].reduce((sum, count) => sum + count, 0);
      expect(from.reduce((sum, { onHandDelta }) => sum + onHandDelta, 0)).toBe(-total);
      expect(to.reduce((sum, { inTransitDelta }) => sum + inTransitDelta, 0)).toBe(total);
    }),
  );
});

test('what is not there cannot be promised', () => {
  expect(replay(numbered(reserve(new Map([['TEA', 1]]))), emptyLedger)).toEqual({
    fault: 'NEGATIVE',
    ledgerSeq: 1,
  });
});
