import type { StatementLine } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  reconcileCash,
  reconcileStatement,
  remittancesOf,
  statementTotals,
} from '../../src/settlement/index.ts';

const collections = fc.uniqueArray(fc.nat({ max: 99_999 }), { maxLength: 250 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc
        .record({
          minor: fc.integer({ min: 1, max: 1_000_000_000 }),
          currency: fc.constantFrom('CNY', 'HKD'),
        })
        .map((collectedAmount) => ({
          waybillNo: `ZZ${String(number).padStart(12, '0')}`,
          collectedAmount,
          collectedAt: '2026-11-13T15:00:00+08:00',
        })),
    ),
  ),
);

const remitted = (given: readonly Parameters<typeof remittancesOf>[0][number][]) =>
  remittancesOf(given, new Set()).map((batch, index) => ({
    ...batch,
    remitBatchId: `0193a5c0-7d4e-7a11-8c00-${String(index).padStart(12, '0')}`,
    remittedAt: '2026-11-15T10:00:00+08:00',
  }));

test('what is remitted of itself has no discrepancy and passes the rules', () => {
  fc.assert(
    fc.property(collections, (given) => {
      const remittances = remitted(given);
      for (const batch of remittances)
        expect(judge('CodRemittance', batch, 'sender')).toMatchObject({ ok: true });
      const instructions = given.map(({ waybillNo, collectedAmount }) => ({
        waybillNo,
        amount: collectedAmount,
        remitWithinDayCount: 3,
      }));
      expect(
        reconcileCash({ instructions, collections: given, remittances }, '2026-12-01T00:00:00Z'),
      ).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('every collection is remitted exactly once, with what was collected', () => {
  fc.assert(
    fc.property(collections, (given) => {
      const paid = remitted(given).flatMap(({ items }) => items);
      expect(new Map(paid.map(({ waybillNo, amount }) => [waybillNo, amount]))).toEqual(
        new Map(given.map(({ waybillNo, collectedAmount }) => [waybillNo, collectedAmount])),
      );
      expect(paid).toHaveLength(given.length);
      expect(remittancesOf(given, new Set(paid.map(({ waybillNo }) => waybillNo)))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('one minor unit more than was collected is always found', () => {
  fc.assert(
    fc.property(
      collections.filter((given) => given.length > 0),
      fc.nat(),
      (given, at) => {
        const [batch, ...rest] = remitted(given);
        if (batch === undefined) throw new Error('nothing is remitted');
        const chosen = batch.items[at % batch.items.length];
        const items = batch.items.map((item) =>
          item === chosen
            ? { ...item, amount: { ...item.amount, minor: item.amount.minor + 1 } }
            : item,
        );
        const over = { ...batch, items, totalMinor: batch.totalMinor + 1 };
        expect(
          reconcileCash(
            { instructions: [], collections: given, remittances: [over, ...rest] },
            '2026-12-01T00:00:00Z',
          ).filter(({ kind }) => kind !== 'NOT_INSTRUCTED'),
        ).toEqual([{ kind: 'OVER_REMITTED', waybillNo: chosen?.waybillNo, difference: 1 }]);
      },
    ),
    { numRuns: 50 },
  );
});

const lines: fc.Arbitrary<StatementLine[]> = fc
  .array(
    fc.record({
      waybill: fc.nat({ max: 20 }),
      component: fc.constantFrom(
        'FIRST_WEIGHT' as const,
        'CONTINUED_WEIGHT' as const,
        'VAS' as const,
      ),
      minor: fc.integer({ min: -100_000, max: 100_000 }),
    }),
    { maxLength: 60 },
  )
  .map((entries) =>
    entries.map(({ waybill, component, minor }, index) => ({
      lineId: `0193a5c0-7d4e-7a11-8c00-${String(index).padStart(12, '0')}`,
      waybillNo: `ZZ${String(waybill).padStart(12, '0')}`,
      component,
      amount: { currency: 'CNY', minor },
      taxAmount: { currency: 'CNY', minor: 0 },
    })),
  );

test('a statement of the advised lines agrees in any order of them', () => {
  fc.assert(
    fc.property(lines, fc.nat(), (given, turn) => {
      const totals = statementTotals(given);
      if (totals === undefined) throw new Error('small sums are exact');
      const advices = given.map(({ waybillNo, component, amount }) => ({
        waybillNo,
        lines: [{ component, amount }],
      }));
      const at = given.length === 0 ? 0 : turn % given.length;
      const turned = [...given.slice(at), ...given.slice(0, at)];
      expect(reconcileStatement({ currency: 'CNY', ...totals }, turned, advices)).toEqual([]);
      expect(statementTotals(turned)).toEqual(totals);
      const parts = Object.values(totals.byComponent);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totals.totalMinor);
    }),
  );
});
