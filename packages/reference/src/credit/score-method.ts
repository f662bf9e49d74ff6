import type { CreditEvaluation } from '@openwaybill/schemas';

export type CreditDimension = CreditEvaluation['dimension'];

/** A measured value, and the score that it earns. */
export type Mark = readonly [measured: number, score: number];

/** How a score is made, as data: whoever has the version and the measures gets the same score. */
export type ScoreMethod = {
  readonly version: string;
  readonly dimensions: {
    readonly [dimension in CreditDimension]: {
      /** Of a thousand. */
      readonly weight: number;
      /** What is measured, with its unit. */
      readonly measure: string;
      /** By rising measured value; between two marks the score goes in a straight line, beyond them it stays. */
      readonly marks: readonly [Mark, Mark, ...Mark[]];
    };
  };
  /** Least total of a grade, the best first; the last begins at 0. */
  readonly grades: readonly (readonly [grade: string, from: number])[];
};

/** The method of this release. A changed number is a new version; old scores keep theirs. */
export const SCORE_METHOD: ScoreMethod = {
  version: 'openwaybill-2026-11',
  dimensions: {
    TIMELINESS: {
      weight: 250,
      measure: 'parcels delivered on time, per mille',
      marks: [
        [700, 0],
        [900, 600],
        [980, 900],
        [1000, 1000],
      ],
    },
    INTEGRITY: {
      weight: 200,
      measure: 'false scans that were proved, per million parcels',
      marks: [
        [0, 1000],
        [10, 900],
        [100, 500],
        [1000, 0],
      ],
    },
    COMPLAINT: {
      weight: 200,
      measure: 'complaints, per million parcels',
      marks: [
        [0, 1000],
        [20, 900],
        [200, 400],
        [1000, 0],
      ],
    },
    PRIVACY: {
      weight: 150,
      measure: 'persons touched by breaches of personal data, per million parcels',
      marks: [
        [0, 1000],
        [1, 600],
        [10, 200],
        [100, 0],
      ],
    },
    SAFETY: {
      weight: 100,
      measure: 'incidents of safety, per million parcels',
      marks: [
        [0, 1000],
        [1, 800],
        [10, 300],
        [50, 0],
      ],
    },
    SETTLEMENT: {
      weight: 100,
      measure: 'amounts remitted in time, per mille',
      marks: [
        [800, 0],
        [950, 700],
        [1000, 1000],
      ],
    },
  },
  grades: [
    ['A', 900],
    ['B', 750],
    ['C', 600],
    ['D', 0],
  ],
};
