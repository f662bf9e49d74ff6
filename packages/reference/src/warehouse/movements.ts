import type { FrontTransferRequest, Inbound, OutboundOrder } from '@openwaybill/schemas';
import { availableOf, countsOf, type Movement, type Stock } from './counts.ts';

/** Pieces wanted, by item. */
export type Demand = ReadonlyMap<string, number>;

/** An item of which fewer are available than are wanted. */
export type Shortage = {
  readonly sku: string;
  readonly wanted: number;
  readonly available: number;
};

const sumBySku = (entries: Iterable<readonly [string, number]>): Demand => {
  const sums = new Map<string, number>();
  for (const [sku, count] of entries) sums.set(sku, (sums.get(sku) ?? 0) + count);
  return sums;
};

/** What the packages of an outbound order hold, an item that stands in several lines once. */
export const demandOf = (packages: OutboundOrder['packages']): Demand =>
  sumBySku(
    packages.flatMap(({ items }) =>
      items.flatMap(({ sku, quantity }) => (sku === undefined ? [] : [[sku, quantity.value]])),
    ) as readonly (readonly [string, number])[],
  );

/** Items that are short; none, and the demand can be met as a whole. */
export const shortagesOf = (stock: Stock, demand: Demand): readonly Shortage[] =>
  [...demand].flatMap(([sku, wanted]) => {
    const available = availableOf(countsOf(stock, sku));
    return wanted <= available ? [] : [{ sku, wanted, available }];
  });

const STILL = { onHandDelta: 0, reservedDelta: 0, inTransitDelta: 0 };

const movementsOf = (
  demand: Demand,
  of: (count: number) => Omit<Movement, 'sku'>,
): readonly Movement[] => [...demand].map(([sku, count]) => ({ sku, ...of(count) }));

/** Pieces promised to an outbound order. */
export const reserve = (demand: Demand): readonly Movement[] =>
  movementsOf(demand, (count) => ({ ...STILL, reservedDelta: count, reason: 'RESERVATION' }));

/** Pieces of an outbound order that was cancelled. */
export const release = (demand: Demand): readonly Movement[] =>
  movementsOf(demand, (count) => ({ ...STILL, reservedDelta: -count, reason: 'RELEASE' }));

/** Pieces of an outbound order that left. */
export const consign = (demand: Demand): readonly Movement[] =>
  movementsOf(demand, (count) => ({
    ...STILL,
    onHandDelta: -count,
    reservedDelta: -count,
    reason: 'OUTBOUND',
  }));

/** Pieces that an inbound notice announces. */
export const announce = (lines: Inbound['lines']): readonly Movement[] =>
  movementsOf(sumBySku(lines.map(({ sku, expectedCount }) => [sku, expectedCount])), (count) => ({
    ...STILL,
    inTransitDelta: count,
    reason: 'INBOUND',
  }));

/** Pieces that arrived of a notice; the damaged ones leave again, and the short ones are no longer on their way. */
export const receive = (
  lines: Inbound['lines'],
  received: NonNullable<Inbound['receivedLines']>,
): readonly Movement[] => {
  const counted = new Map(received.map((line) => [line.lineNo, line]));
  return lines.flatMap(({ lineNo, sku, expectedCount }) => {
    const { receivedCount = 0, damagedCount = 0 } = counted.get(lineNo) ?? {};
    const arrived: Movement = {
      ...STILL,
      sku,
      onHandDelta: receivedCount,
      inTransitDelta: -expectedCount,
      reason: 'INBOUND',
    };
    const damaged: Movement = { ...STILL, sku, onHandDelta: -damagedCount, reason: 'DAMAGE' };
    return damagedCount === 0 ? [arrived] : [arrived, damaged];
  });
};

/** A transfer to forward stock, in the ledgers of both warehouses. */
export const transfer = (
  lines: FrontTransferRequest['lines'],
): {
  readonly from: readonly Movement[];
  readonly to: readonly Movement[];
  readonly demand: Demand;
} => {
  const demand = sumBySku(lines.map(({ sku, quantityCount }) => [sku, quantityCount]));
  return {
    demand,
    from: movementsOf(demand, (count) => ({
      ...STILL,
      onHandDelta: -count,
      reason: 'TRANSFER_OUT',
    })),
    to: movementsOf(demand, (count) => ({
      ...STILL,
      inTransitDelta: count,
      reason: 'TRANSFER_IN',
    })),
  };
};
