import type { StockSnapshot } from '@openwaybill/schemas';
import { availableOf } from './counts.ts';
import type { Ledger } from './ledger.ts';

type Item = StockSnapshot['items'][number];

/** The most items that one snapshot holds. */
export const MOST_ITEMS = 1000;

/** Items of a snapshot in the order of the code units of their codes, from the one after `afterSku`. */
export const itemsOf = ({ stock }: Ledger, afterSku = ''): readonly Item[] =>
  [...stock]
    .filter(([sku]) => sku > afterSku)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST_ITEMS)
    .map(([sku, counts]) => ({ sku, ...counts, availableCount: availableOf(counts) }));
