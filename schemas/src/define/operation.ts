import type { TSchema } from '@sinclair/typebox';
import type { Examples } from './examples.ts';
import type { ProblemCode } from './problem.ts';
import type { Requirement } from './requirement.ts';
import type { Role } from './role.ts';
import type { Text } from './text.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * An operation as its file writes it. What follows from the method, the path, the bodies or the lifecycle is never
 * written: `operationId`, headers, path parameters, `cursor` and `limit` of a page, the common problem sets.
 */
export type Operation<
  Q extends TSchema | undefined = TSchema | undefined,
  A extends TSchema | undefined = TSchema | undefined,
> = {
  readonly noun: 'operation';
  /** kebab-case; `operationId` is its camelCase. */
  readonly name: string;
  readonly since: `${number}.${number}`;
  readonly title: Text;
  readonly description?: Text;
  readonly servedBy: readonly Role[];
  readonly calledBy: readonly Role[];
  readonly method: Method;
  /** A parameter `{waybillNo}` takes the schema of the word of the same name; `{claimId}` without a word is a UUID. */
  readonly path: `/v1/${string}` | '/.well-known/openwaybill';
  /** Query parameters, all of them optional unless named in `requiredQuery`. */
  readonly query?: { readonly [name: string]: TSchema };
  readonly requiredQuery?: readonly string[];
  readonly request?: Q;
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    /** Another status of success with the same body: 200 of a natural repeat, 201 of a first PUT, 202 while approval is pending. */
    readonly also?: readonly (200 | 201 | 202)[];
    readonly body?: A;
  };
  /** The lifecycle in which this operation is a command. */
  readonly lifecycle?: string;
  /** Problems beyond the sets that every operation may answer. */
  readonly problems: readonly ProblemCode[];
  /** `'none'`: answered without a token; `'optional'`: an anonymous caller gets a narrower answer. Default: required. */
  readonly token?: 'none' | 'optional';
  /** `'none'`: needs no agreement in state EFFECTIVE. Default: needed. */
  readonly agreement?: 'none';
  /** `'none'`: the one POST whose identity is another header. */
  readonly idempotencyKey?: 'none';
  /** The answer must not be cached although no member of it is above class `pseudonymous`. */
  readonly noStore?: true;
  /** Conformance class where it is not the module's (`test-control`). */
  readonly class?: string;
  readonly requirements: readonly Requirement[];
  readonly examples: {
    readonly request?: Q extends TSchema ? Examples<Q> : never;
    readonly answer?: A extends TSchema ? Examples<A> : never;
  };
};

export const defineOperation = <
  Q extends TSchema | undefined = undefined,
  A extends TSchema | undefined = undefined,
  const N extends string = string,
>(
  operation: Omit<Operation<Q, A>, 'noun' | 'name'> & { readonly name: N },
): Operation<Q, A> & { readonly name: N } => ({ noun: 'operation', ...operation });
