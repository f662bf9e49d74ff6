import type { components } from '../generated/receiver.ts';

/**
 * What a client itself finds: nothing came back (in time), a success that cannot be read or is not valid, a refusal
 * without a problem document, no token to call with, or a body whose numbers would lose digits.
 */
export type LocalCode =
  | 'NO_ANSWER'
  | 'TIMED_OUT'
  | 'ANSWER_INVALID'
  | 'NOT_A_PROBLEM'
  | 'NO_TOKEN'
  | 'REQUEST_INVALID';

/**
 * A refusal. `code` is one of the operation's, or one that a later minor release added, which is treated by `status`
 * and `retryable` alone. `status` is 0 where nothing came back.
 */
export type Problem<Code extends string = string> = Partial<
  Omit<components['schemas']['Problem'], 'code' | 'status' | 'retryable'>
> & {
  readonly code: Code | LocalCode | (string & Record<never, never>);
  readonly status: number;
  readonly retryable: boolean;
};

export type Answered<Value> = {
  readonly ok: true;
  readonly status: number;
  readonly value: Value;
  /** The answer to an earlier call with the same key. */
  readonly replayed: boolean;
  /** From the entity tag; what `ifMatch` takes. */
  readonly revision?: number;
};
export type RefusedAnswer<Code extends string> = {
  readonly ok: false;
  readonly problem: Problem<Code>;
  /** What was thrown, where nothing came back or there was no token. */
  readonly cause?: unknown;
};

/** A value or a problem; a refusal is never thrown. */
export type Result<Value, Code extends string = string> = Answered<Value> | RefusedAnswer<Code>;

/** Thrown by an iterator, which has no other way to hand out a refusal. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(refused: RefusedAnswer<string>) {
    super(`The list ended with ${refused.problem.code}.`, { cause: refused.cause });
    this.problem = refused.problem;
  }
}
