import { type ClaimTerms, epochMillis } from '@openwaybill/schemas';
import { secondsOf } from '@openwaybill/validate';

/** The terms that an agreement may set. */
export type TermWithin = 'instructionWithin' | 'answerWithin' | 'decisionWithin';

/** What holds where an agreement says nothing. */
export const DEFAULT_WITHIN: Readonly<Record<TermWithin, string>> = {
  instructionWithin: 'PT48H',
  answerWithin: 'P7D',
  decisionWithin: 'P30D',
};

/** The time for an appeal after a rejection, which no agreement changes. */
export const APPEAL_WITHIN = 'P15D';

/** A term: as agreed, else the default. */
export const withinOf = (terms: ClaimTerms | undefined, term: TermWithin): string =>
  terms?.[term] ?? DEFAULT_WITHIN[term];

/** The instant at which a duration after an instant ends, in UTC with milliseconds. */
export const dueAfter = (startAt: string, within: string): string =>
  new Date(epochMillis(startAt) + secondsOf(within) * 1000).toISOString();
