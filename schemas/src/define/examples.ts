import type { Static, TSchema } from '@sinclair/typebox';
import type { RequirementId } from './requirement.ts';

/** What may stand in a message of the standard: no null on the wire. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** A value with exactly one fault, and where the judge must find it. `null` is allowed here: it is a fault. */
export type InvalidExample = {
  readonly value: unknown;
  readonly breaks: {
    readonly pointer: string;
    readonly rule: string;
    readonly requirement?: RequirementId;
  };
};

export type Examples<T extends TSchema> = {
  readonly valid: { readonly [title: string]: Static<T> };
  readonly invalid: { readonly [title: string]: InvalidExample };
};
