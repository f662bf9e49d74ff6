import type { CreditDimension, Mark, ScoreMethod } from './score-method.ts';

/** What was measured of a subject, in whole numbers of the unit of each dimension. Absent: not measured. */
export type Measures = { readonly [dimension in CreditDimension]?: number };

export type CreditScore = {
  readonly methodVersion: string;
  /** 0 to 1000, of the dimensions that were measured. */
  readonly dimensions: { readonly [dimension in CreditDimension]?: number };
  /** Mean by weight of the dimensions that were measured; absent where none was. */
  readonly total?: number;
  readonly grade?: string;
};

/** The score of one dimension, rounded down to a whole number. */
export const scoreAt = (marks: readonly Mark[], measured: number): number => {
  const above = marks.findIndex(([value]) => value >= measured);
  const [to, from] = [marks[above], marks[above - 1]];
  if (to === undefined) return marks.at(-1)?.[1] ?? 0;
  if (from === undefined || to[0] === measured) return to[1];
  const [run, rise] = [to[0] - from[0], to[1] - from[1]];
  return Math.floor((from[1] * run + rise * (measured - from[0])) / run);
};

/**
 * A score by a method. What was not measured is left out of the mean: it is neither held against a subject nor
 * counted for it.
 */
export const scoreOf = (method: ScoreMethod, measures: Measures): CreditScore => {
  const measured = (Object.keys(method.dimensions) as CreditDimension[]).flatMap((dimension) => {
    const value = measures[dimension];
    const { marks, weight } = method.dimensions[dimension];
    return value === undefined ? [] : [{ dimension, weight, score: scoreAt(marks, value) }];
  });
  const dimensions = Object.fromEntries(measured.map(({ dimension, score }) => [dimension, score]));
  const weights = measured.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return { methodVersion: method.version, dimensions };
  const total = Math.floor(
    measured.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights,
  );
  const grade = method.grades.find(([, from]) => total >= from)?.[0];
  return {
    methodVersion: method.version,
    dimensions,
    total,
    ...(grade === undefined ? {} : { grade }),
  };
};
