import type { Check, Observation } from '../words.ts';
import { brokenAt, isMisreading } from './broken-form.ts';
import { blocked } from './check.ts';

/**
 * A check relies on the form of messages. Where one breaks it, which has a finding of its own, a check that cannot read
 * it says so; anything else that a check throws is our bug.
 */
export const relyingOnForm = (check: Check): Check => ({
  ...check,
  judge: function* (transcript, claim): Generator<Observation> {
    const told: Observation[] = [];
    try {
      for (const one of check.judge(transcript, claim)) told.push(one);
    } catch (error) {
      const broken = isMisreading(error) ? brokenAt(transcript, claim) : undefined;
      if (broken === undefined) throw error;
      // what it did not come to see may be wrong: nothing of it is held
      yield* told.filter(({ says }) => says !== 'HOLDS');
      const finding = blocked(broken, 'NOT_OBSERVABLE', 'a message that breaks its form');
      for (const requirement of check.requirements)
        for (const id of check.cases(claim)) yield { requirement, case: id, ...finding };
      return;
    }
    yield* told;
  },
});
