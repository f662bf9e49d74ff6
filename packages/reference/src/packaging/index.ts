export * from './asset-cycle.ts';
export * from './credit-expiry.ts';
export * from './credit-journal.ts';
export * from './credit-ledger.ts';
