import type { StatementLine } from '@openwaybill/schemas';
import { exactMinor, oneCurrency } from '../pricing/index.ts';

type Component = StatementLine['component'];

/** What a statement comes to. */
export type StatementTotals = {
  readonly totalMinor: number;
  /** How much of it is tax. */
  readonly taxMinor: number;
  readonly lineCount: number;
  readonly byComponent: Readonly<Partial<Record<Component, number>>>;
};

/** The exact totals of all lines; none where they have several currencies or no double holds a sum exactly. */
export const statementTotals = (lines: readonly StatementLine[]): StatementTotals | undefined => {
  const amounts = lines.flatMap(({ amount, taxAmount }) => [amount, taxAmount]);
  if (lines.length > 0 && oneCurrency(amounts) === undefined) return undefined;
  const sums = new Map<Component, bigint>();
  for (const { component, amount } of lines)
    sums.set(component, (sums.get(component) ?? 0n) + BigInt(amount.minor));
  const byComponent = [...sums].map(([component, sum]) => [component, exactMinor([sum])] as const);
  const totalMinor = exactMinor(lines.map(({ amount }) => amount.minor));
  const taxMinor = exactMinor(lines.map(({ taxAmount }) => taxAmount.minor));
  return totalMinor === undefined ||
    taxMinor === undefined ||
    byComponent.some(([, sum]) => sum === undefined)
    ? undefined
    : {
        totalMinor,
        taxMinor,
        lineCount: lines.length,
        byComponent: Object.fromEntries(byComponent),
      };
};
