import type { StockChange } from '@openwaybill/schemas';

/** What is known of the pieces of one item. */
export type Counts = {
  readonly onHandCount: number;
  readonly reservedCount: number;
  readonly inTransitCount: number;
};

/** Counts of every item that ever moved, by its code. */
export type Stock = ReadonlyMap<string, Counts>;

/** A line of the ledger before it has a number, a warehouse and an instant. */
export type Movement = Pick<
  StockChange,
  'sku' | 'onHandDelta' | 'reservedDelta' | 'inTransitDelta' | 'reason'
>;

const NONE: Counts = { onHandCount: 0, reservedCount: 0, inTransitCount: 0 };

/** Counts of an item; of one that never moved, none. */
export const countsOf = (stock: Stock, sku: string): Counts => stock.get(sku) ?? NONE;

/** Pieces that may be promised: on hand less reserved. */
export const availableOf = ({ onHandCount, reservedCount }: Counts): number =>
  onHandCount - reservedCount;

/** Counts after a movement; `undefined` where one of them, or what is available, would be negative. */
export const moved = (counts: Counts, movement: Movement): Counts | undefined => {
  const next = {
    onHandCount: counts.onHandCount + movement.onHandDelta,
    reservedCount: counts.reservedCount + movement.reservedDelta,
    inTransitCount: counts.inTransitCount + movement.inTransitDelta,
  };
  return Math.min(...Object.values(next), availableOf(next)) < 0 ? undefined : next;
};
