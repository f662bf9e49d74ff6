import { parcelStatusEntries } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { type StatusVocabulary, statusOutwards, tables } from '../src/index.ts';

type Status = keyof typeof parcelStatusEntries;

const STATUSES = Object.keys(parcelStatusEntries) as readonly Status[];

/** Statuses that the vocabulary has no word for. */
const WORDLESS: Readonly<Record<StatusVocabulary, readonly Status[]>> = {
  'aftership-tag': ['CANCELLED'],
  easypost: [],
  kuaidi100: ['UNKNOWN', 'INTERCEPTED', 'LOST', 'DESTROYED'],
  karrio: [],
};

describe.each(Object.keys(WORDLESS) as StatusVocabulary[])('%s', (vocabulary) => {
  const known = tables
    .filter((table) => table.vocabulary === vocabulary)
    .flatMap(({ rows }) => rows.map(({ code }) => code));

  test('has a word of its own for every status but the known ones', () => {
    const wordless = STATUSES.filter((status) => {
      const word = statusOutwards(vocabulary, { status });
      if (word !== undefined) expect(known).toContain(word);
      return word === undefined;
    });
    expect(wordless.toSorted()).toEqual(WORDLESS[vocabulary].toSorted());
  });
});

test.each([
  ['a stale parcel is expired', 'aftership-tag', { stale: true }, 'Expired'],
  ['a stale parcel without a word keeps its status', 'easypost', { stale: true }, 'in_transit'],
  ['an overdue parcel is delayed', 'karrio', { overdue: true }, 'delivery_delayed'],
  [
    'of two flags the first with a word counts',
    'karrio',
    { stale: true, overdue: true },
    'delivery_delayed',
  ],
] as const)('%s', (_title, vocabulary, flags, want) =>
  expect(statusOutwards(vocabulary, { status: 'IN_TRANSIT', ...flags })).toBe(want),
);
