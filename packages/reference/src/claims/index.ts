export { APPEAL_WITHIN, DEFAULT_WITHIN, dueAfter, type TermWithin, withinOf } from './due.ts';
export { DEFAULT_LIABILITY, type Loss, type Verdict, verdictOf } from './liability.ts';
