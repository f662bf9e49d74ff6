import { plainText } from '@openwaybill/conformance';
import { columns } from '../table.ts';

/** Columns of what others wrote: it only shows, and acts on no terminal. */
export const plainColumns = (rows: readonly (readonly string[])[]): string =>
  columns(rows.map((row) => row.map(plainText)));
