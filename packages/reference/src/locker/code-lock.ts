/** How often a code was wrong in a row, and until when none is tried; instants in milliseconds. */
export type CodeLock = { readonly wrongCount: number; readonly lockedUntil?: number };

/** Nothing was tried yet. */
export const FRESH_LOCK: CodeLock = { wrongCount: 0 };

/** The fifth wrong code in a row locks for ten minutes. */
export const CODE_TRIES = { wrongCount: 5, lockMilliseconds: 600_000 } as const;

export type TryOutcome = 'ACCEPTED' | 'WRONG' | 'LOCKED';

/** Whether codes are not tried at this instant. */
export const isLocked = ({ lockedUntil }: CodeLock, at: number): boolean =>
  lockedUntil !== undefined && at < lockedUntil;

/**
 * One try of a code. While the lock holds even the right code is refused, and the try does not prolong it: else anybody
 * at the keypad could keep the consignee out for ever.
 */
export const tryCode = (
  lock: CodeLock,
  at: number,
  isRight: boolean,
): { readonly lock: CodeLock; readonly outcome: TryOutcome } => {
  if (isLocked(lock, at)) return { lock, outcome: 'LOCKED' };
  if (isRight) return { lock: FRESH_LOCK, outcome: 'ACCEPTED' };
  const wrongCount = (lock.lockedUntil === undefined ? lock.wrongCount : 0) + 1;
  return {
    lock:
      wrongCount < CODE_TRIES.wrongCount
        ? { wrongCount }
        : { wrongCount, lockedUntil: at + CODE_TRIES.lockMilliseconds },
    outcome: 'WRONG',
  };
};
