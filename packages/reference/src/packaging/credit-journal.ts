import type { CreditEntry } from './credit-ledger.ts';

/** Accounts that stand against the consumers: what was given, what was taken for something, what ran out. */
export type CounterAccount = 'GRANTED' | 'REDEEMED' | 'EXPIRED';

/** One side of an entry. */
export type JournalLine = {
  readonly entryId: string;
  readonly account: CounterAccount | `consumer:${string}`;
  readonly points: number;
};

const COUNTER = {
  CHOSE_REDUCED: 'GRANTED',
  RETURNED_REUSABLE: 'GRANTED',
  RECYCLED: 'GRANTED',
  REDEEMED: 'REDEEMED',
  EXPIRED: 'EXPIRED',
} as const satisfies Record<Exclude<CreditEntry['reason'], 'REVERSED'>, CounterAccount>;

/** Both sides of every entry; a reversal has the accounts of what it reverses. Lines of an entry add up to zero. */
export const creditJournalOf = (entries: readonly CreditEntry[]): readonly JournalLine[] => {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const counterOf = (entry: CreditEntry): CounterAccount => {
    if (entry.reason !== 'REVERSED') return COUNTER[entry.reason];
    const target = byId.get(entry.reversesEntryId ?? '');
    if (target === undefined)
      throw new Error('a reversal names an entry that is not among the entries; give them all');
    return counterOf(target);
  };
  return entries.flatMap((entry) => [
    { entryId: entry.entryId, account: `consumer:${entry.consumerRef}`, points: entry.points },
    { entryId: entry.entryId, account: counterOf(entry), points: -entry.points },
  ]);
};

/** Balance of every account. All of them together are zero. */
export const trialBalanceOf = (lines: readonly JournalLine[]): ReadonlyMap<string, number> => {
  const balances = new Map<string, number>();
  for (const { account, points } of lines)
    balances.set(account, (balances.get(account) ?? 0) + points);
  return balances;
};
