import type { Issue } from './issue.ts';

/** Keywords about one string, the more telling first: a text that is too long is off its pattern as well. */
const TELLING = ['format', 'minLength', 'maxLength', 'pattern'];

/** One issue a string: the most telling. */
export const withoutEchoes = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(
    ({ pointer, rule }) =>
      !issues.some(
        (other) =>
          other.pointer === pointer &&
          TELLING.includes(other.rule) &&
          TELLING.indexOf(other.rule) < TELLING.indexOf(rule),
      ),
  );
