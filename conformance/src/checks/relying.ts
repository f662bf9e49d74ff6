import type { Check, Claim, Transcript } from '../words.ts';
import { shapeChecks } from './derived/shape.ts';

/** Whether a message of the system breaks its form. */
const hasBrokenForm = (transcript: Transcript, claim: Claim): boolean =>
  shapeChecks.some((check) => {
    for (const { says } of check.judge(transcript, claim)) if (says === 'VIOLATED') return true;
    return false;
  });

/**
 * A check relies on the form of messages. Where one breaks it, which has a finding of its own, a check that cannot read
 * it says no more; anything else that a check throws is our bug.
 */
export const relyingOnForm = (check: Check): Check => ({
  ...check,
  judge: function* (transcript, claim) {
    try {
      yield* check.judge(transcript, claim);
    } catch (error) {
      if (!(error instanceof TypeError) || !hasBrokenForm(transcript, claim)) throw error;
    }
  },
});
