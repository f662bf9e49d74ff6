import type { PurposeLimit } from '@openwaybill/schemas';
import { instantOf, millisecondsOf } from '../engine/clock.ts';
import { command } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { REVEAL_EXPIRES } from './move-reveal.ts';
import type { StoredReveal } from './stored-reveal.ts';

/** Where a purpose grants nothing, nothing lives; this is for the compiler alone. */
const SHORTEST = 'PT10M';

/** The life of a grant begins when it is granted, and is what the purpose and its cell allow at most. */
export const lifeOf = (
  system: System,
  unit: Unit,
  now: string,
  revealId: string,
  tenant: string,
  { limit, endsAt }: { readonly limit: PurposeLimit; readonly endsAt?: number },
): string => {
  const longest = Date.parse(now) + millisecondsOf(limit.longestLife ?? SHORTEST);
  const dueAt = instantOf(Math.min(longest, endsAt ?? longest));
  system.schedule(unit, { tenant, kind: REVEAL_EXPIRES, ref: revealId, dueAt });
  return dueAt;
};

/** One use less, and the state that the table names for it. */
export const useOnce = (
  system: System,
  reveal: StoredReveal,
): Pick<StoredReveal, 'status' | 'remainingUseCount'> => {
  const remainingUseCount = reveal.remainingUseCount - 1;
  const { to } = command(system.lifecycle('reveal'), reveal.status, 'read-reveal', {
    LAST_USE: remainingUseCount === 0,
    USES_LEFT: false,
  });
  return { status: to as StoredReveal['status'], remainingUseCount };
};
