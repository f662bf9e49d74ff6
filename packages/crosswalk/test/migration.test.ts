import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AdaptedVocabulary, convert } from '../src/index.ts';

type Shown = { vocabulary: AdaptedVocabulary; given: unknown; want: readonly unknown[] };

/** What the guide for couriers and aggregators shows, before and after. */
const SHOWN: readonly Shown[] = JSON.parse(
  readFileSync(new URL('../../../seeds/migration/couriers.json', import.meta.url), 'utf8'),
);

test.each(SHOWN.map((one) => [one.vocabulary, one] as const))(
  'a document of %s becomes what the guide shows',
  (vocabulary, { given, want }) => {
    const { events, unmapped } = convert(vocabulary, given);
    expect({ events, unmapped }).toEqual({ events: want, unmapped: [] });
  },
);
