import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CreditEntry,
  type CreditPosting,
  creditBalanceOf,
  creditJournalOf,
  creditRefusalOf,
  expiredCreditOf,
  trialBalanceOf,
} from '../../src/packaging/index.ts';

const ANNA = 'cs_AAAAAAAAAAAAAAAAAAAAAA';
const BERT = 'cs_BBBBBBBBBBBBBBBBBBBBBB';

const entry = (
  entryId: string,
  points: number,
  reason: CreditEntry['reason'],
  more: Partial<CreditEntry> = {},
): CreditEntry => ({
  entryId,
  consumerRef: ANNA,
  points,
  reason,
  postedAt: '2026-01-01T00:00:00Z',
  ...more,
});

const earned = entry('e1', 50, 'RECYCLED');
const reversal = entry('e2', -50, 'REVERSED', { reversesEntryId: 'e1' });

describe('a posting', () => {
  test.each<[string, { given: CreditEntry[]; posting: CreditPosting; want?: string }]>([
    ['gives points to a new consumer', { given: [], posting: earned }],
    [
      'takes no points for what is green',
      { given: [earned], posting: { ...earned, points: -1 }, want: '/points points-sign' },
    ],
    [
      'gives no points for a voucher',
      { given: [], posting: { ...earned, reason: 'REDEEMED' }, want: '/points points-sign' },
    ],
    ['redeems all that there is', { given: [earned], posting: entry('', -50, 'REDEEMED') }],
    [
      'redeems no point more',
      {
        given: [earned],
        posting: entry('', -51, 'REDEEMED'),
        want: '/points balance-exceeded',
      },
    ],
    [
      'redeems no points of another consumer',
      {
        given: [{ ...earned, consumerRef: BERT }],
        posting: entry('', -1, 'REDEEMED'),
        want: '/points balance-exceeded',
      },
    ],
    ['reverses an entry', { given: [earned], posting: reversal }],
    [
      'reverses an entry once',
      {
        given: [earned, reversal],
        posting: reversal,
        want: '/reversesEntryId reversal-repeated',
      },
    ],
    [
      'reverses no entry that is unknown',
      { given: [], posting: reversal, want: '/reversesEntryId reversal-unknown' },
    ],
    [
      'reverses no entry of another consumer',
      {
        given: [{ ...earned, consumerRef: BERT }],
        posting: reversal,
        want: '/reversesEntryId reversal-unknown',
      },
    ],
    [
      'reverses the whole amount',
      {
        given: [earned],
        posting: { ...reversal, points: -49 },
        want: '/points reversal-amount',
      },
    ],
    [
      'reverses what was already redeemed, below zero',
      { given: [earned, entry('e3', -50, 'REDEEMED')], posting: reversal },
    ],
  ])('%s', (_title, { given, posting, want }) => {
    const refusal = creditRefusalOf(given, posting);
    expect(refusal && `${refusal.pointer} ${refusal.rule}`).toBe(want);
  });
});

test('a reversal stands on the accounts of what it reverses', () => {
  expect(creditJournalOf([earned, reversal])).toEqual([
    { entryId: 'e1', account: `consumer:${ANNA}`, points: 50 },
    { entryId: 'e1', account: 'GRANTED', points: -50 },
    { entryId: 'e2', account: `consumer:${ANNA}`, points: -50 },
    { entryId: 'e2', account: 'GRANTED', points: 50 },
  ]);
});

test('a journal without the reversed entry is refused', () => {
  expect(() => creditJournalOf([reversal])).toThrow(/give them all/);
});

describe('after a year, points run out', () => {
  const asked = { consumerRef: ANNA, asOfAt: '2027-01-01T00:00:00Z', lifetimeDayCount: 365 };
  test.each<[string, { given: CreditEntry[]; want: number }]>([
    ['all of them when none was used', { given: [earned], want: 50 }],
    [
      'but not a second before',
      { given: [{ ...earned, postedAt: '2026-01-01T00:00:01Z' }], want: 0 },
    ],
    [
      'less what was redeemed, the oldest first',
      {
        given: [
          earned,
          entry('e3', 30, 'RECYCLED', { postedAt: '2026-06-01T00:00:00Z' }),
          entry('e4', -20, 'REDEEMED', { postedAt: '2026-07-01T00:00:00Z' }),
        ],
        want: 30,
      },
    ],
    [
      'never those that were taken back',
      { given: [earned, { ...reversal, postedAt: '2026-02-01T00:00:00Z' }], want: 0 },
    ],
    [
      'but those whose taking back was taken back',
      {
        given: [
          earned,
          { ...reversal, postedAt: '2026-02-01T00:00:00Z' },
          entry('e3', 50, 'REVERSED', { reversesEntryId: 'e2', postedAt: '2026-03-01T00:00:00Z' }),
        ],
        want: 50,
      },
    ],
    ['once', { given: [earned, entry('e5', -50, 'EXPIRED')], want: 0 }],
    ['for each consumer alone', { given: [{ ...earned, consumerRef: BERT }], want: 0 }],
  ])('%s', (_title, { given, want }) => expect(expiredCreditOf(given, asked)).toBe(want));
});

type Wish = { who: string; points: number; kind: number; day: number };
const wishOf: fc.Arbitrary<Wish> = fc.record({
  who: fc.constantFrom(ANNA, BERT),
  points: fc.integer({ min: 1, max: 1_000_000 }),
  kind: fc.integer({ min: 0, max: 3 }),
  day: fc.integer({ min: 0, max: 20 }),
});

/** A ledger that took every posting which was not refused. */
const ledgerOf = fc.array(wishOf, { maxLength: 60 }).map((wishes) => {
  const entries: CreditEntry[] = [];
  let day = 0;
  for (const [index, wish] of wishes.entries()) {
    day += wish.day;
    const target = entries[wish.points % Math.max(1, entries.length)];
    const more = {
      consumerRef: wish.who,
      postedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
    };
    const posting =
      wish.kind === 0 && target !== undefined
        ? entry(`e${index}`, -target.points, 'REVERSED', {
            ...more,
            consumerRef: target.consumerRef,
            reversesEntryId: target.entryId,
          })
        : wish.kind === 1
          ? entry(`e${index}`, -wish.points, 'REDEEMED', more)
          : entry(`e${index}`, wish.points, 'RECYCLED', more);
    if (creditRefusalOf(entries, posting) === undefined) entries.push(posting);
  }
  return entries;
});

describe('of any ledger', () => {
  test('all accounts together are zero', () => {
    fc.assert(
      fc.property(ledgerOf, (entries) => {
        const balances = trialBalanceOf(creditJournalOf(entries));
        expect([...balances.values()].reduce((sum, points) => sum + points, 0)).toBe(0);
      }),
    );
  });

  test('the account of a consumer is the balance of the consumer', () => {
    fc.assert(
      fc.property(ledgerOf, (entries) => {
        const balances = trialBalanceOf(creditJournalOf(entries));
        for (const who of [ANNA, BERT])
          expect(balances.get(`consumer:${who}`) ?? 0).toBe(creditBalanceOf(entries, who));
      }),
    );
  });

  test('no entry is reversed twice, and each reversal undoes its entry', () => {
    fc.assert(
      fc.property(ledgerOf, (entries) => {
        const reversals = entries.filter(({ reason }) => reason === 'REVERSED');
        expect(new Set(reversals.map((one) => one.reversesEntryId)).size).toBe(reversals.length);
        for (const one of reversals) {
          const target = entries.find(({ entryId }) => entryId === one.reversesEntryId);
          expect(one.points + (target?.points ?? 0)).toBe(0);
        }
      }),
    );
  });

  test('what runs out is posted once and never takes a balance below zero', () => {
    fc.assert(
      fc.property(ledgerOf, fc.integer({ min: 0, max: 900 }), (entries, lifetimeDayCount) => {
        const asked = { consumerRef: ANNA, asOfAt: '2028-01-01T00:00:00Z', lifetimeDayCount };
        const points = expiredCreditOf(entries, asked);
        expect(points).toBeLessThanOrEqual(Math.max(0, creditBalanceOf(entries, ANNA)));
        const posted = entry('last', -points, 'EXPIRED', { postedAt: asked.asOfAt });
        expect(expiredCreditOf([...entries, posted], asked)).toBe(0);
      }),
    );
  });
});
