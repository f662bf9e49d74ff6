import type { ItemLine, Money, RefundTrigger, ReturnInspection } from '@openwaybill/schemas';

type Basis = RefundTrigger['basis'];
type Line = Pick<ItemLine, 'lineNo' | 'quantity' | 'unitPrice'>;

/** What is known of a return when its refund is decided. */
export type RefundFacts = {
  /** The agreed rule; absent: a refund follows the inspection. */
  readonly agreed?: Basis;
  readonly reached: readonly Basis[];
  readonly items: readonly Line[];
  readonly inspection?: Pick<ReturnInspection, 'lines'>;
  readonly wasTriggered: boolean;
};

const sumOf = (parts: readonly Money[]): Money | undefined => {
  const [first] = parts;
  if (first === undefined || parts.some(({ currency }) => currency !== first.currency))
    return undefined;
  const minor = parts.reduce((sum, part) => sum + part.minor, 0);
  return Number.isSafeInteger(minor) ? { currency: first.currency, minor } : undefined;
};

const countOf = (
  { lineNo, quantity }: Line,
  inspection: Pick<ReturnInspection, 'lines'> | undefined,
): number =>
  inspection === undefined
    ? quantity.value
    : Math.min(
        quantity.value,
        inspection.lines.find((line) => line.lineNo === lineNo)?.acceptedCount ?? 0,
      );

/**
 * The refund that is due now, and what it rests on (RTN-005): once, when the agreed step or else the inspection is
 * reached. By an agreed rule everything that goes back is paid for, by an inspection what it accepted. Nothing where
 * nothing is due, a price is missing or the prices have no common currency.
 */
export const refundOf = (
  facts: RefundFacts,
): Pick<RefundTrigger, 'basis' | 'amount'> | undefined => {
  const basis = facts.agreed ?? 'INSPECTION';
  if (facts.wasTriggered || !facts.reached.includes(basis)) return undefined;
  if (basis === 'INSPECTION' && facts.inspection === undefined) return undefined;
  const parts = facts.items.map((line) => {
    const count = countOf(line, basis === 'INSPECTION' ? facts.inspection : undefined);
    return line.unitPrice === undefined
      ? undefined
      : { currency: line.unitPrice.currency, minor: line.unitPrice.minor * count };
  });
  const known = parts.filter((part) => part !== undefined);
  const amount = known.length === parts.length ? sumOf(known) : undefined;
  return amount === undefined || amount.minor <= 0 ? undefined : { basis, amount };
};
