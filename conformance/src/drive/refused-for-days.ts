import type { InboxAnswer } from './stage.ts';

/** More failures than a sender tries in three days. */
export const REFUSED_FOR_DAYS: readonly InboxAnswer[] = Array.from({ length: 60 }, () => ({
  status: 500,
}));
