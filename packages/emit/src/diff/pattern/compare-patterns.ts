import { textBetween } from './containment.ts';
import { readPattern } from './read-pattern.ts';

/** How the texts of two patterns lie to each other, as far as it can be proven. */
export type PatternRelation = 'same' | 'narrower' | 'wider' | 'apart' | 'unproven';

/** Compares the automata of two patterns of the interop profile; `narrower`: the new one takes fewer texts. */
export const comparePatterns = (before: string, now: string): PatternRelation => {
  const [a, b] = [readPattern(before), readPattern(now)];
  if (a === undefined || b === undefined) return 'unproven';
  const lost = textBetween(a, b);
  const won = textBetween(b, a);
  if (lost === 'unproven' || won === 'unproven') return 'unproven';
  if (lost === 'none') return won === 'none' ? 'same' : 'wider';
  return won === 'none' ? 'narrower' : 'apart';
};
