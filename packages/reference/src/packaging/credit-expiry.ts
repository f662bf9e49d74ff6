import { epochMillis } from '@openwaybill/schemas';
import type { CreditEntry } from './credit-ledger.ts';

const DAY_MILLISECONDS = 86_400_000;

/** An entry and its reversal cancel each other: neither is left. */
const standing = (entries: readonly CreditEntry[]): readonly CreditEntry[] => {
  const cancelled = new Set<string>();
  // A reversal may be reversed, so that the last word counts: from the latest back.
  const chronological = [...entries].sort(
    (a, b) => epochMillis(a.postedAt) - epochMillis(b.postedAt),
  );
  for (const { entryId, reversesEntryId } of chronological.reverse())
    if (reversesEntryId !== undefined && !cancelled.has(entryId)) {
      cancelled.add(entryId);
      cancelled.add(reversesEntryId);
    }
  return entries.filter(({ entryId }) => !cancelled.has(entryId));
};

/**
 * Points of a consumer that have run out at an instant and are not yet posted as EXPIRED. The oldest are used first:
 * whatever was taken was taken from them.
 */
export const expiredCreditOf = (
  entries: readonly CreditEntry[],
  asked: {
    readonly consumerRef: string;
    readonly asOfAt: string;
    readonly lifetimeDayCount: number;
  },
): number => {
  const horizon = epochMillis(asked.asOfAt) - asked.lifetimeDayCount * DAY_MILLISECONDS;
  let old = 0;
  let taken = 0;
  for (const { consumerRef, points, postedAt } of standing(entries)) {
    if (consumerRef !== asked.consumerRef) continue;
    if (points < 0) taken -= points;
    else if (epochMillis(postedAt) <= horizon) old += points;
  }
  return Math.max(0, old - taken);
};
