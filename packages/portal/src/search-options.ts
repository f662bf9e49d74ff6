import type { Options } from 'minisearch';
import { tokenize } from './tokenize.ts';

/** What is found: a page, by its path. */
export type Found = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** The title in the other language. */
  readonly other: string;
  readonly text: string;
};

/** Pages that are meant more often than those that tell of them. */
const REFERENCE = /^(operations|messages|codes|lifecycles|modules)\//;

/** How the index is made where the portal is written, and read where it is searched. */
export const SEARCH_OPTIONS: Options<Found> = {
  fields: ['name', 'title', 'other', 'text'],
  storeFields: ['name', 'title'],
  tokenize,
  processTerm: (term) => term,
  searchOptions: {
    combineWith: 'AND',
    // a lone Han character is looked for as the beginning of a pair
    prefix: (term) => /^[a-z0-9]/.test(term) || [...term].length === 1,
    boost: { name: 6, title: 8, other: 4 },
    // one code among many is meant less often than a page
    boostDocument: (id) => (/#/.test(id) ? 0.8 : REFERENCE.test(id) ? 1.3 : 1),
  },
};
