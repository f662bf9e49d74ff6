import type { CodCollection, CodRemittance } from '@openwaybill/schemas';
import { exactMinor } from '../pricing/index.ts';

/** What is made of collections, less the name and the time of the batch. */
export type RemittanceDraft = Pick<CodRemittance, 'items' | 'totalMinor'>;

type Collected = Pick<CodCollection, 'waybillNo' | 'collectedAmount'>;

/**
 * Batches of collections that are due: each waybill once and with what was collected, one currency a batch, and no more
 * items than an event takes. What was remitted before is left out.
 */
export const remittancesOf = (
  collections: readonly Collected[],
  remitted: ReadonlySet<string>,
  maxItems = 100,
): readonly RemittanceDraft[] => {
  const seen = new Set(remitted);
  const due = collections.filter(({ waybillNo, collectedAmount }) => {
    if (seen.has(waybillNo) || collectedAmount.minor <= 0) return false;
    seen.add(waybillNo);
    return true;
  });
  const batches: RemittanceDraft[] = [];
  const open = new Map<string, RemittanceDraft>();
  const close = (currency: string): void => {
    const batch = open.get(currency);
    if (batch !== undefined) batches.push(batch);
    open.delete(currency);
  };
  for (const { waybillNo, collectedAmount: amount } of due) {
    const { currency } = amount;
    const before = open.get(currency);
    const sum = exactMinor([before?.totalMinor ?? 0, amount.minor]);
    if (before !== undefined && (before.items.length === maxItems || sum === undefined))
      close(currency);
    const batch = open.get(currency);
    open.set(currency, {
      items: [...(batch?.items ?? []), { waybillNo, amount }],
      totalMinor: batch === undefined ? amount.minor : (sum ?? amount.minor),
    });
  }
  for (const currency of [...open.keys()]) close(currency);
  return batches;
};
