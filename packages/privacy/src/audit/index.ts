export * from './checkpoint.ts';
export * from './receipt.ts';
export * from './tree.ts';
export * from './tree-hash.ts';
export * from './verify.ts';
