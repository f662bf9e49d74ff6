export * from './advice-of.ts';
export * from './reconcile-cash.ts';
export * from './reconcile-statement.ts';
export * from './remittances-of.ts';
export * from './statement-totals.ts';
