import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availableOf,
  consign,
  countsOf,
  emptyLedger,
  itemsOf,
  type Ledger,
  type Movement,
  next,
  release,
  replay,
  reserve,
  shortagesOf,
} from '../../src/warehouse/index.ts';

const STILL = { onHandDelta: 0, reservedDelta: 0, inTransitDelta: 0 };
const inbound = (sku: string, count: number): Movement => ({
  ...STILL,
  sku,
  onHandDelta: count,
  reason: 'INBOUND',
});
const numbered = (movements: readonly Movement[], from = 1) =>
  movements.map((movement, index) => ({ ...movement, ledgerSeq: from + index }));

const TEA = new Map([['TEA', 2]]);

describe('a replay', () => {
  test.each([
    ['of nothing is the beginning', [], 0, []],
    [
      'counts what came, was promised and left',
      numbered([inbound('TEA', 5), ...reserve(TEA), ...consign(TEA)]),
      3,
      [{ sku: 'TEA', onHandCount: 3, reservedCount: 0, availableCount: 3, inTransitCount: 0 }],
    ],
    [
      'keeps what is promised from being available',
      numbered([inbound('TEA', 5), inbound('CUP', 1), ...reserve(TEA)]),
      3,
      [
        { sku: 'CUP', onHandCount: 1, reservedCount: 0, availableCount: 1, inTransitCount: 0 },
        { sku: 'TEA', onHandCount: 5, reservedCount: 2, availableCount: 3, inTransitCount: 0 },
      ],
    ],
  ])('%s', (_title, changes, ledgerSeq, items) => {
    const after = replay(changes) as Ledger;
    expect(after.ledgerSeq).toBe(ledgerSeq);
    expect(itemsOf(after)).toEqual(items);
  });

  test.each([
    ['a number is left out', [1, 3], { fault: 'GAP', ledgerSeq: 3 }],
    ['a number stands twice', [1, 1], { fault: 'REPEAT', ledgerSeq: 1 }],
    ['it begins with the second', [2, 3], { fault: 'GAP', ledgerSeq: 2 }],
    ['numbers go back', [1, 2, 1], { fault: 'REPEAT', ledgerSeq: 1 }],
  ])('ends where %s', (_title, numbers, fault) => {
    const changes = numbers.map((ledgerSeq) => ({ ...inbound('TEA', 1), ledgerSeq }));
    expect(replay(changes)).toEqual(fault);
  });

  test.each([
    ['more leaves than there is', [inbound('TEA', 1), ...consign(TEA)]],
    ['more is promised than there is', [inbound('TEA', 1), ...reserve(TEA)]],
    ['more is released than was promised', [inbound('TEA', 5), ...release(TEA)]],
    [
      'what is promised is found damaged',
      [
        inbound('TEA', 2),
        ...reserve(TEA),
        { ...STILL, sku: 'TEA', onHandDelta: -1, reason: 'DAMAGE' } as const,
      ],
    ],
  ])('ends where %s', (_title, movements) => {
    expect(replay(numbered(movements))).toEqual({
      fault: 'NEGATIVE',
      ledgerSeq: movements.length,
    });
  });
});

const sku = fc.constantFrom('CUP', 'POT', 'TEA');
const command = fc.record({
  does: fc.constantFrom('bring', 'promise', 'give back', 'send'),
  sku,
  count: fc.integer({ min: 1, max: 9 }),
});
type Command = { does: string; sku: string; count: number };

/** A warehouse that does what it can of a list of commands, and refuses the rest. */
const worked = (commands: readonly Command[]) => {
  let ledger = emptyLedger;
  const changes: (Movement & { readonly ledgerSeq: number })[] = [];
  const refused: string[] = [];
  for (const { does, sku: item, count } of commands) {
    const demand = new Map([[item, count]]);
    const movements =
      does === 'bring'
        ? [inbound(item, count)]
        : does === 'send'
          ? consign(demand)
          : does === 'give back'
            ? release(demand)
            : shortagesOf(ledger.stock, demand).length === 0
              ? reserve(demand)
              : [];
    for (const movement of movements) {
      const change = { ...movement, ledgerSeq: ledger.ledgerSeq + 1 };
      const after = next(ledger, change);
      if ('fault' in after) {
        refused.push(does);
        continue;
      }
      ledger = after;
      changes.push(change);
    }
  }
  return { ledger, changes, refused };
};

describe('whatever a warehouse is asked to do', () => {
  const commands = fc.array(command, { maxLength: 60 });

  test('its changes replayed give its stock', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const { ledger, changes } = worked(list);
        expect(itemsOf(replay(changes) as Ledger)).toEqual(itemsOf(ledger));
      }),
    );
  });

  test('a replay in two parts is the replay of the whole', () => {
    fc.assert(
      fc.property(commands, fc.nat(60), (list, cut) => {
        const { changes } = worked(list);
        const half = replay(changes.slice(0, cut)) as Ledger;
        expect(replay(changes.slice(cut), half)).toEqual(replay(changes));
      }),
    );
  });

  test('it never promises more than it has, and keeps what it finds available', () => {
    fc.assert(
      fc.property(commands, sku, (list, item) => {
        const { ledger, refused } = worked(list);
        expect(refused).not.toContain('promise');
        const counts = countsOf(ledger.stock, item);
        expect(availableOf(counts)).toBeGreaterThanOrEqual(0);
        expect(counts.reservedCount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a change left out or repeated is found', () => {
    fc.assert(
      fc.property(commands, fc.nat(59), fc.boolean(), (list, place, repeats) => {
        const { changes } = worked(list);
        fc.pre(changes.length > 1);
        const at = place % (changes.length - 1);
        const broken = changes.toSpliced(
          at,
          1,
          ...((repeats ? [changes[at], changes[at]] : []) as never[]),
        );
        expect(replay(broken)).toHaveProperty('fault', repeats ? 'REPEAT' : 'GAP');
      }),
    );
  });
});

test('a snapshot goes on after the item that it ended with', () => {
  const stock = new Map(
    Array.from({ length: 1001 }, (_, index) => [
      `S${String(index).padStart(4, '0')}`,
      { onHandCount: index, reservedCount: 0, inTransitCount: 0 },
    ]),
  );
  const first = itemsOf({ ledgerSeq: 1001, stock });
  const rest = itemsOf({ ledgerSeq: 1001, stock }, first.at(-1)?.sku);
  expect([first.length, rest.map((item) => item.sku)]).toEqual([1000, ['S1000']]);
});
