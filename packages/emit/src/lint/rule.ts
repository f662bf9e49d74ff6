import type { Contract, PlainSchema, Registry, Text } from '@openwaybill/schemas';
import type { Finding } from './finding.ts';

/** What the rules look at. What is absent is not judged, and the rules that need it say nothing. */
export type Linted = {
  readonly registry: Registry;
  /** The contract of the release before. */
  readonly previous?: Contract;
  /** Ids of the requirements that a check judges. */
  readonly checked?: ReadonlySet<string>;
  /** The schemas of a person that views are made of, by name; absent: those of the standard. */
  readonly persons?: Readonly<Record<string, PlainSchema>>;
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
  /** No waiver covers it: what it refuses is refused in every release. */
  readonly isForbidden?: true;
  readonly judge: (linted: Linted) => readonly Found[];
};

/** A finding, for rules that have one at most in a place. */
export const found = (about: string, pointer: string, message: string): Found => ({
  about,
  pointer,
  message,
});
