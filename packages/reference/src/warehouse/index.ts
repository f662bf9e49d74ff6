/** Stock as a ledger: what is there is what its changes say. */
export {
  availableOf,
  type Counts,
  countsOf,
  type Movement,
  moved,
  type Stock,
} from './counts.ts';
export { emptyLedger, type Ledger, type LedgerFault, next, replay } from './ledger.ts';
export {
  announce,
  consign,
  type Demand,
  demandOf,
  receive,
  release,
  reserve,
  type Shortage,
  shortagesOf,
  transfer,
} from './movements.ts';
export { type ReceiptFault, receiptFaults } from './receipt-balance.ts';
export { itemsOf, MOST_ITEMS } from './snapshot.ts';
