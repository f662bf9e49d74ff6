import type { Text } from '@openwaybill/schemas';

/** What a change asks of the next version, weakest first; an erratum is a patch that is announced. */
export const SEVERITIES = ['none', 'patch', 'erratum', 'minor', 'major', 'forbidden'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * `WIRE`: bytes that a party refuses or misreads. `SOURCE`: generated code stops compiling. `DUTY`: a new or stronger
 * obligation. `MEANING`: the same bytes mean something else.
 */
export type Category = 'WIRE' | 'SOURCE' | 'DUTY' | 'MEANING';

/** What becomes of a message from one side of a change on the other. */
export type Passage = 'ok' | 'refused' | 'misread' | 'unproven' | 'not-asked';

/** Who pays for a change, seen from one exchange of messages. */
export type Hurt =
  | 'nobody'
  | 'sender'
  | 'receiver'
  | 'both'
  | 'implementers'
  | 'developers'
  | 'person';

/** One row of the compatibility policy. */
export type CompatibilityRule = {
  readonly change: Text;
  /** Old sender to new receiver. */
  readonly oldToNew: Passage;
  /** New sender to old receiver. */
  readonly newToOld: Passage;
  readonly verdict: Severity;
  /** A milder verdict, and what the contract has to show for it. */
  readonly unless?: { readonly verdict: Severity; readonly when: Text };
  readonly categories: readonly Category[];
  readonly hurt: Hurt;
  /** What the editor may do instead. */
  readonly act: Text;
  /** Why no message can show the break; absent where one can. */
  readonly unseen?: Text;
};

/** The worse of two. */
export const worse = (a: Severity, b: Severity): Severity =>
  SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;

/** Whether `a` asks for at least what `b` does. */
export const isAtLeastAsSevere = (a: Severity, b: Severity): boolean => worse(a, b) === a;
