import type { Calls } from '../generated/calls.ts';
import type { Result } from './result.ts';

type Call = Calls[keyof Calls];
type Empty = Record<never, never>;
type With<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Empty extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What a call takes: only the parts that its operation has. */
export type Arguments<C extends Call> = With<'path', C['path']> &
  With<'query', C['query']> &
  With<'body', C['body']> &
  (C['conditional'] extends 'always' ? { readonly ifMatch: number } : unknown) &
  (C['conditional'] extends 'once-stored' ? { readonly ifMatch?: number } : unknown) &
  (C['keyed'] extends true ? { readonly idempotencyKey?: string } : unknown) & {
    readonly signal?: AbortSignal;
  };

type Outcome<C extends Call> = Promise<Result<C['answer'], C['problems']>>;
type Takes<C extends Call> =
  Empty extends Arguments<C> ? [given?: Arguments<C>] : [given: Arguments<C>];

/** One operation as a function; a list can also be walked to its end, whatever the size of its pages. */
export type Method<C extends Call> = ((...given: Takes<C>) => Outcome<C>) &
  ([C['item']] extends [never]
    ? unknown
    : { readonly all: (...given: Takes<C>) => AsyncIterable<C['item']> });

/** A role that calls. */
export type CallerRole = Call['calledBy'];

/** One method for each operation that the role may call. */
export type Methods<Role extends CallerRole = CallerRole> = {
  readonly [Id in keyof Calls as Role & Calls[Id]['calledBy'] extends never ? never : Id]: Method<
    Calls[Id]
  >;
};
