import type { ItemLine, Return } from '@openwaybill/schemas';

type Status = Return['status'];
type Line = Pick<ItemLine, 'lineNo' | 'quantity'>;
type Standing = Pick<Return, 'status' | 'items'>;

/** States in which the goods stay with the consumer, or have gone back to them. */
const WITHOUT_GOODS: readonly Status[] = ['CANCELLED', 'REFUSED'];

/** Whether a return takes up what it asks back: one that is refunded does for ever. */
export const isLive = (status: Status): boolean => !WITHOUT_GOODS.includes(status);

const countOf = (lines: readonly Line[], { lineNo, quantity: { unit } }: Line): number =>
  lines
    .filter((line) => line.lineNo === lineNo && line.quantity.unit === unit)
    .reduce((sum, { quantity }) => sum + quantity.value, 0);

/** What of each delivered line may still be asked back, beside the returns that there are. */
export const returnableLines = (
  delivered: readonly Line[],
  returns: readonly Standing[],
): readonly Line[] => {
  const asked = returns.filter(({ status }) => isLive(status)).flatMap(({ items }) => items);
  return delivered.map((line) => ({
    lineNo: line.lineNo,
    quantity: {
      value: Math.max(0, line.quantity.value - countOf(asked, line)),
      unit: line.quantity.unit,
    },
  }));
};

/**
 * The places of the lines that ask for more than is left (RTN-003). A line that was not delivered, or not in that unit,
 * has nothing left.
 */
export const excessLines = (
  delivered: readonly Line[],
  returns: readonly Standing[],
  asked: readonly Line[],
): readonly number[] => {
  const left = returnableLines(delivered, returns);
  return asked.flatMap((line, place) =>
    countOf(asked.slice(0, place + 1), line) > countOf(left, line) ? [place] : [],
  );
};
