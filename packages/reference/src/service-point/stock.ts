import type { PointInventory } from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';

type Day = Pick<
  PointInventory,
  'dayOn' | 'arrivedCount' | 'collectedCount' | 'returnedCount' | 'storedCount'
>;

/** What is left of all that arrived: arrived − collected − returned of all days. */
export const stockOf = (days: readonly Day[]): number =>
  days.reduce(
    (stock, { arrivedCount, collectedCount, returnedCount }) =>
      stock + arrivedCount - collectedCount - returnedCount,
    0,
  );

/**
 * What is wrong with the report of a day, given the days of the same point and courier before it: days come in their
 * order, no more leaves than was there, and what is stored is what is left.
 */
export const faultsOfInventory = (earlier: readonly Day[], report: Day): readonly Issue[] => {
  const fault = (pointer: string): Issue => ({ pointer, rule: 'SVP-005', params: {} });
  if (earlier.some(({ dayOn }) => dayOn >= report.dayOn)) return [fault('/dayOn')];
  const stock = stockOf([...earlier, report]);
  if (stock < 0) return [fault('/collectedCount')];
  return stock === report.storedCount ? [] : [fault('/storedCount')];
};
