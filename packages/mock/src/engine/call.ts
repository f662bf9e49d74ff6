import type { OperationEntry } from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';
import type { Unit } from '../store/unit.ts';
import type { Counterparty } from './options.ts';
import type { System } from './system.ts';

/** One request that has passed the first ten steps of judgement, with everything that a behaviour may use. */
export type Call = {
  readonly system: System;
  readonly operation: OperationEntry;
  /** Absent for an anonymous call. */
  readonly caller: Counterparty | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, judged; unknown members of a tolerated newer minor removed. */
  // biome-ignore lint/suspicious/noExplicitAny: every behaviour narrows it to the type of its own request
  readonly body: any;
  /** `If-Match` as a revision, where the operation needs one. */
  readonly ifMatch: number | undefined;
  readonly idempotencyKey: string | undefined;
  readonly unit: Unit;
  /** The virtual instant of this tenant, RFC 3339 in UTC with milliseconds. */
  readonly now: string;
  /** Raw bytes of the body, for an event's signature. */
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  readonly warnings: Issue[];
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is stored under the key instead of it, where the answer itself must not be. */
  readonly kept?: Answer;
  /** Done once the command is stored and its lock is free; its answer is the one that leaves. */
  readonly after?: () => Promise<Answer>;
};

/** What an operation does. It may throw a `Refusal`; then nothing that it wrote is kept. */
export type Behaviour = (call: Call) => Promise<Answer>;

/** The organisation that calls; a behaviour of an operation with a token always has one. */
export const callerOf = (call: Call): Counterparty => {
  if (call.caller === undefined) throw new Error(`${call.operation.name} has no caller`);
  return call.caller;
};

/** The tenant of a caller without a token, and of what is everybody's. */
export const ANYBODY = '';
