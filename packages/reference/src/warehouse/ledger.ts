import type { StockChange } from '@openwaybill/schemas';
import { type Counts, countsOf, type Movement, moved, type Stock } from './counts.ts';

/** The stock after a change: `ledgerSeq` is 0 before the first. */
export type Ledger = { readonly ledgerSeq: number; readonly stock: Stock };

/** Where a ledger stops making sense. */
export type LedgerFault = {
  readonly fault: 'GAP' | 'REPEAT' | 'NEGATIVE';
  readonly ledgerSeq: number;
};

/** A ledger before its first change. */
export const emptyLedger: Ledger = { ledgerSeq: 0, stock: new Map<string, Counts>() };

/** The ledger after one more change, or why there is none. */
export const next = (
  { ledgerSeq, stock }: Ledger,
  change: Movement & Pick<StockChange, 'ledgerSeq'>,
): Ledger | LedgerFault => {
  const refuse = (fault: LedgerFault['fault']) => ({ fault, ledgerSeq: change.ledgerSeq });
  if (change.ledgerSeq <= ledgerSeq) return refuse('REPEAT');
  if (change.ledgerSeq > ledgerSeq + 1) return refuse('GAP');
  const counts = moved(countsOf(stock, change.sku), change);
  return counts === undefined
    ? refuse('NEGATIVE')
    : { ledgerSeq: change.ledgerSeq, stock: new Map([...stock, [change.sku, counts]]) };
};

/** The ledger after all changes, in their order; the first fault ends it. */
export const replay = (
  changes: Iterable<Movement & Pick<StockChange, 'ledgerSeq'>>,
  from: Ledger = emptyLedger,
): Ledger | LedgerFault => {
  const stock = new Map(from.stock);
  let ledgerSeq = from.ledgerSeq;
  for (const change of changes) {
    const after = next(
      { ledgerSeq, stock: new Map([[change.sku, countsOf(stock, change.sku)]]) },
      change,
    );
    if ('fault' in after) return after;
    stock.set(change.sku, countsOf(after.stock, change.sku));
    ledgerSeq = after.ledgerSeq;
  }
  return { ledgerSeq, stock };
};
