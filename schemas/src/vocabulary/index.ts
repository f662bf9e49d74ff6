/** Shared words: one line a file, in alphabetical order. */
export { Cursor, Extensions } from '../define/index.ts';
export * from './cancel-reason-codes.ts';
export * from './revision.ts';
export * from './waybill-no.ts';
