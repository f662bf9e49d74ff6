import { CreditReason, codesOf, type GreenCreditEntry } from '@openwaybill/schemas';

/** What the ledger reads of an entry. */
export type CreditEntry = Pick<
  GreenCreditEntry,
  'entryId' | 'consumerRef' | 'points' | 'reason' | 'reversesEntryId' | 'postedAt'
>;

/** What is asked to be posted. */
export type CreditPosting = Omit<CreditEntry, 'entryId' | 'postedAt'>;

/** Why a posting is refused, and the member that is to blame. */
export type CreditRefusal = {
  readonly pointer: '/points' | '/reversesEntryId';
  readonly rule:
    | 'points-sign'
    | 'reversal-unknown'
    | 'reversal-repeated'
    | 'reversal-amount'
    | 'balance-exceeded';
};

const reasons = codesOf(CreditReason);

/** Sum of the entries of a consumer: there is no other balance. */
export const creditBalanceOf = (
  entries: readonly Pick<CreditEntry, 'consumerRef' | 'points'>[],
  consumerRef: string,
): number =>
  entries.reduce((sum, entry) => (entry.consumerRef === consumerRef ? sum + entry.points : sum), 0);

const reversalRefusal = (
  entries: readonly CreditEntry[],
  { consumerRef, points, reversesEntryId }: CreditPosting,
): CreditRefusal | undefined => {
  const target = entries.find(
    (entry) => entry.entryId === reversesEntryId && entry.consumerRef === consumerRef,
  );
  if (target === undefined) return { pointer: '/reversesEntryId', rule: 'reversal-unknown' };
  if (entries.some((entry) => entry.reversesEntryId === reversesEntryId))
    return { pointer: '/reversesEntryId', rule: 'reversal-repeated' };
  return points === -target.points ? undefined : { pointer: '/points', rule: 'reversal-amount' };
};

/**
 * Why a posting cannot stand beside these entries; nothing where it can. A reversal names one entry of the same
 * consumer, of the opposite amount, once, and is the only thing that may take the balance below zero.
 */
export const creditRefusalOf = (
  entries: readonly CreditEntry[],
  posting: CreditPosting,
): CreditRefusal | undefined => {
  const { points, reason, consumerRef } = posting;
  if (reason === 'REVERSED') return reversalRefusal(entries, posting);
  if (Math.sign(points) !== reasons[reason].sign)
    return { pointer: '/points', rule: 'points-sign' };
  return points < 0 && creditBalanceOf(entries, consumerRef) + points < 0
    ? { pointer: '/points', rule: 'balance-exceeded' }
    : undefined;
};
