import type { Position, Role, Text } from '@openwaybill/schemas';
import type { Category, Passage, Severity } from './rule.ts';
import type { RuleId } from './rules.ts';

export const SUBJECTS = [
  'schema',
  'operation',
  'event',
  'lifecycle',
  'code-list',
  'requirement',
  'problem',
  'module',
  'view',
  'release',
] as const;
export type SubjectKind = (typeof SUBJECTS)[number];

/** Roles in a position: `platform as receiver`. */
export type Party = { readonly roles: readonly Role[]; readonly position: Position };

/** One way that a message goes: a request, an answer, a parameter or an event, and who stands at its ends. */
export type Exchange = {
  /** `submit-order request`, `submit-order answer`, `list-orders ?status`, or the type of an event. */
  readonly message: string;
  readonly kind: 'request' | 'answer' | 'parameter' | 'event';
  /** The schema of what is sent. */
  readonly schema: string;
  readonly sender: Party;
  readonly receiver: Party;
};

/** What differs between two contracts, and the rule that it falls under. */
export type Change = {
  readonly rule: RuleId;
  /** It has what the milder verdict of the rule asks for. */
  readonly isMild?: true;
  readonly subject: { readonly kind: SubjectKind; readonly name: string };
  /** Inside of the subject; `*` stands for every item of a list. */
  readonly pointer: string;
  readonly what: Text;
  /** The member that was added or removed, or the keyword that differs. */
  readonly at?: string;
  /** The exact passages, where a proof says more than the rule. */
  readonly passages?: { readonly oldToNew: Passage; readonly newToOld: Passage };
  /** Who is hurt, where it follows from the change alone and from no exchange. */
  readonly hurt?: readonly Party[];
  /** What one side says and the other does not understand, where it is no body. */
  readonly shown?: string;
};

/** A body that one side sends and the other refuses. */
export type CounterExample = {
  readonly direction: 'old-to-new' | 'new-to-old';
  /** The message that the body is of. */
  readonly message: string;
  readonly schema: string;
  readonly value: unknown;
  /** What the refusing side finds, by its own receiver form. */
  readonly refusal: { readonly pointer: string; readonly rule: string };
  /** It needs a code that a later minor of the sending side may add. */
  readonly isOfLaterMinor?: true;
};

/** What is known of a break: a body, an exchange, that no message can show it, or that none was found. */
export type Evidence =
  | { readonly kind: 'body'; readonly example: CounterExample }
  | { readonly kind: 'exchange'; readonly shown: string }
  | { readonly kind: 'undetectable'; readonly why: Text }
  | { readonly kind: 'not-found' };

/** A change with its verdict, and whom it hurts in which messages. */
export type Finding = Change & {
  readonly verdict: Severity;
  readonly categories: readonly Category[];
  readonly oldToNew: Passage;
  readonly newToOld: Passage;
  /** Every message that the changed thing is part of, and who is hurt in it. */
  readonly effects: readonly { readonly message: string; readonly hurt: readonly Party[] }[];
  readonly hurt: readonly Party[];
  readonly evidence?: Evidence;
  readonly waiver?: string;
};
