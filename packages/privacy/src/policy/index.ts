export * from './cell.ts';
export * from './purpose.ts';
export * from './viewer.ts';
