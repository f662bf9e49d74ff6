import type {
  Check,
  PrivacyKind,
  PrivacyMask,
  ProblemCode,
  RegionTable,
  RequirementId,
  Text,
} from '@openwaybill/schemas';
import type { Issue } from '../issue.ts';
import type { Shape } from '../shape.ts';

/** Where a rule applies. */
export type Place =
  /** Every instance of the schema of this name. */
  | { readonly schema: string }
  /** A leaf with this `x-check`. */
  | { readonly check: Check }
  /** A leaf with this `x-region`. */
  | { readonly region: RegionTable }
  /** A leaf of these kinds that is not masked. */
  | { readonly kinds: readonly PrivacyKind[] }
  /** A leaf of these kinds with this mask. */
  | { readonly mask: PrivacyMask; readonly kinds: readonly PrivacyKind[] }
  /** An object that may hold all of these members. */
  | { readonly members: readonly string[] }
  /** A masked type: an object whose shape forbids the members of the plain types. */
  | { readonly masked: true };

/** What a schema cannot say. Judges only what the schema has found well-formed, unless it displaces that finding. */
export type Rule = {
  /** Unique. */
  readonly name: string;
  /** The `rule` of its issues; several rules may share one. */
  readonly id: string;
  readonly places: readonly Place[];
  readonly judge: (value: never, at: string, shape: Shape) => readonly Issue[];
  readonly severity: 'error' | 'warning';
  readonly problem: ProblemCode;
  readonly requirement?: RequirementId;
  /** Judges any string, and its finding stands in place of those of the schema at the same pointer. */
  readonly displaces?: true;
  readonly text: Text;
  readonly hint: Text;
};

/** A rule with the type of the value that it judges. */
export const ruleFor = <T>(
  rule: Omit<Rule, 'judge'> & {
    readonly judge: (value: T, at: string, shape: Shape) => readonly Issue[];
  },
): Rule => rule as Rule;

/** An issue without parameters, or none. */
export const unless = (holds: boolean, pointer: string, rule: string): readonly Issue[] =>
  holds ? [] : [{ pointer, rule, params: {} }];
