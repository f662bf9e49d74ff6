export * from './sealed-use.ts';
