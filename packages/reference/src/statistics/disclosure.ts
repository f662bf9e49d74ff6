import { determinedIn } from './determined.ts';

/** What disclosure control reads of a cell. */
export type DisclosableCell = {
  readonly personCount: number;
  readonly merchantCount: number;
  readonly largestMerchantPerMille?: number;
  /** Decides which cell is withheld beside another: the smallest that will do. */
  readonly value?: number;
};

/** A total and the cells that add up to it. */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

/** The thresholds of the view STATISTICS (privacy, section 9). */
export const DISCLOSURE = {
  minPersonCount: 10,
  minMerchantCount: 3,
  maxMerchantPerMille: 800,
  roundTo: 5,
} as const;

/** Whether a cell may be published by itself. Nothing at all discloses nobody. */
export const isSafe = ({
  personCount,
  merchantCount,
  largestMerchantPerMille,
  value,
}: DisclosableCell): boolean =>
  value === 0
    ? personCount === 0 || personCount >= DISCLOSURE.minPersonCount
    : personCount >= DISCLOSURE.minPersonCount &&
      merchantCount >= DISCLOSURE.minMerchantCount &&
      largestMerchantPerMille !== undefined &&
      largestMerchantPerMille <= DISCLOSURE.maxMerchantPerMille;

/** A count as it is published: the nearest multiple of five. */
export const roundedCount = (count: number): number =>
  Math.floor((count + 2) / DISCLOSURE.roundTo) * DISCLOSURE.roundTo;

const cellsOf = ({ total, parts }: Sum): readonly string[] => [total, ...parts];

/** The sums of a cell, then those of the withheld cells in them, and so on outwards. */
const sumsAround = (
  key: string,
  sums: readonly Sum[],
  withheld: ReadonlySet<string>,
): readonly Sum[] => {
  const near = new Set<Sum>();
  let reached = new Set([key]);
  for (let wider = true; wider; ) {
    const next = sums.filter(
      (sum) => !near.has(sum) && cellsOf(sum).some((each) => reached.has(each)),
    );
    for (const sum of next) near.add(sum);
    reached = new Set(next.flatMap(cellsOf).filter((each) => withheld.has(each)));
    wider = next.length > 0;
  }
  return [...near];
};

/**
 * The keys of the cells that must be withheld: those below a threshold, and so many beside them that none of them
 * follows from the published totals and parts. `hidden` cells are never published and may not follow either.
 */
export const withheldOf = (
  cells: ReadonlyMap<string, DisclosableCell>,
  all: readonly Sum[],
  hidden: ReadonlySet<string> = new Set(),
): ReadonlySet<string> => {
  // nothing is subtracted from a total that there is not
  const sums = all.filter(({ total }) => cells.has(total));
  const unsafe = new Set([...cells].filter(([, cell]) => !isSafe(cell)).map(([key]) => key));
  const withheld = new Set([...unsafe, ...hidden]);
  const sizeOf = (key: string): number => cells.get(key)?.value ?? 0;

  /** Withholds one more cell of a sum: the smallest part that is published, else the total. */
  const withholdOneOf = ({ total, parts }: Sum): boolean => {
    const published = parts
      .filter((key) => !withheld.has(key) && cells.has(key))
      .toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
    const next = published[0] ?? (withheld.has(total) ? undefined : total);
    if (next === undefined) return false;
    withheld.add(next);
    return true;
  };

  /** A group that is known in sum must be no small group itself: one of it is large, or the total is withheld. */
  const isCovered = ({ total, parts }: Sum): boolean => {
    if (withheld.has(total)) return true;
    const group = parts.filter((key) => withheld.has(key) && cells.has(key));
    return (
      !group.some((key) => unsafe.has(key)) ||
      group.some((key) => !unsafe.has(key) && sizeOf(key) > 0)
    );
  };

  for (let settled = false; !settled; ) {
    settled = true;
    for (const sum of sums) while (!isCovered(sum) && withholdOneOf(sum)) settled = false;
    const exposed = [...determinedIn(sums, withheld)].filter((key) => unsafe.has(key));
    for (const key of exposed)
      if (sumsAround(key, sums, withheld).some(withholdOneOf)) settled = false;
  }
  return new Set([...withheld].filter((key) => cells.has(key) && !hidden.has(key)));
};
