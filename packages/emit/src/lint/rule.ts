import type { Contract, Registry, Text } from '@openwaybill/schemas';
import type { Finding } from './finding.ts';

/** What the rules look at. What is absent is not judged, and the rules that need it say nothing. */
export type Linted = {
  readonly registry: Registry;
  /** The contract of the release before. */
  readonly previous?: Contract;
  /** Ids of the requirements that a check judges. */
  readonly checked?: ReadonlySet<string>;
  /** Whether a pattern is proven to run in linear time. */
  readonly isLinear?: (pattern: string) => boolean;
};

export type Found = Omit<Finding, 'rule'>;

/** A rule of the lint: its permanent id, what it refuses, and the places where it finds that. */
export type LintRule = {
  readonly id: string;
  readonly refuses: Text;
  /** A warning fails nothing. */
  readonly isWarning?: true;
  readonly judge: (linted: Linted) => readonly Found[];
};

/** A finding, for rules that have one at most in a place. */
export const found = (about: string, pointer: string, message: string): Found => ({
  about,
  pointer,
  message,
});
