import type { Claim, Transcript } from '../words.ts';
import { shapeChecks } from './derived/shape.ts';

/** Where a message of the system first breaks its form; nothing where none does. */
export const brokenAt = (transcript: Transcript, claim: Claim): readonly number[] | undefined => {
  for (const check of shapeChecks)
    for (const { says, at } of check.judge(transcript, claim)) if (says === 'VIOLATED') return at;
  return undefined;
};

/** Whether an error is of somebody who read a message that is not what its form says; anything else is a bug of ours. */
export const isMisreading = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof TypeError || at instanceof RangeError || at instanceof SyntaxError)
      return true;
  return false;
};
