import type { problems } from '../problems.ts';
import type { Text } from './text.ts';

/** One row of the closed table of refusals (RFC 9457). */
export type ProblemDefinition = {
  readonly status: number;
  readonly title: Text;
  readonly when: Text;
  /** Whether the same request may succeed later; `after` says after what. */
  readonly retryable: boolean;
  readonly after?: Text;
};

/** The whole table: problems are closed, so they are one definition. */
export const defineProblems = <const P extends Record<Uppercase<string>, ProblemDefinition>>(
  table: P,
): P => table;

export type ProblemCode = keyof typeof problems;

/** The `type` member of a problem. */
export const problemType = (code: ProblemCode): string =>
  `https://openwaybill.org/problems/${code}`;
