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

type Numbered = Movement & Pick<StockChange, 'ledgerSeq'>;

const numberFault = (ledgerSeq: number, change: Numbered): 'GAP' | 'REPEAT' | undefined => {
  if (change.ledgerSeq <= ledgerSeq) return 'REPEAT';
  return change.ledgerSeq === ledgerSeq + 1 ? undefined : 'GAP';
};

/** The ledger after all changes, in their order; the first fault ends it. */
export const replay = (
  changes: Iterable<Numbered>,
  from: Ledger = emptyLedger,
): Ledger | LedgerFault => {
  const stock = new Map(from.stock);
  let { ledgerSeq } = from;
  for (const change of changes) {
    const fault = numberFault(ledgerSeq, change);
    const counts = moved(countsOf(stock, change.sku), change);
    if (fault !== undefined || counts === undefined)
      return { fault: fault ?? 'NEGATIVE', ledgerSeq: change.ledgerSeq };
    stock.set(change.sku, counts);
    ledgerSeq = change.ledgerSeq;
  }
  return { ledgerSeq, stock };
};

/** The ledger after one more change, or why there is none. */
export const next = (ledger: Ledger, change: Numbered): Ledger | LedgerFault =>
  replay([change], ledger);
