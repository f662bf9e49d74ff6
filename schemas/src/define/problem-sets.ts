import { problems } from '../problems.ts';
import type { Operation } from './operation.ts';
import type { ProblemCode } from './problem.ts';
import { takesIfMatch } from './wire-headers.ts';

type Asked = Pick<
  Operation,
  'method' | 'request' | 'token' | 'agreement' | 'idempotencyKey' | 'problems'
>;

/** What every operation may answer. */
export const COMMON_PROBLEMS = [
  'MALFORMED_JSON',
  'UNSUPPORTED_VERSION',
  'PARAMETER_INVALID',
  'UNAUTHENTICATED',
  'SIGNATURE_INVALID',
  'TIMESTAMP_SKEW',
  'KEY_UNKNOWN',
  'ROLE_NOT_PERMITTED',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'INTERNAL',
  'INTERRUPTED',
  'UPSTREAM_UNAVAILABLE',
] as const satisfies readonly ProblemCode[];

/** What a request body adds. */
export const BODY_PROBLEMS = [
  'SCHEMA_VIOLATION',
  'CODE_UNKNOWN',
] as const satisfies readonly ProblemCode[];

/** What a POST adds, by its idempotency key. */
export const IDEMPOTENCY_PROBLEMS = [
  'IDEMPOTENCY_KEY_MISSING',
  'REQUEST_IN_PROGRESS',
  'IDEMPOTENCY_KEY_REUSED',
] as const satisfies readonly ProblemCode[];

/** What a PATCH or a PUT adds, by `If-Match`. */
export const CONDITIONAL_PROBLEMS = [
  'REVISION_STALE',
  'PRECONDITION_REQUIRED',
] as const satisfies readonly ProblemCode[];

/** Every code that an operation may answer: the sets that follow from its form, and its own; in the order of the table. */
export const problemSetOf = (operation: Asked): readonly ProblemCode[] => {
  const set = new Set<ProblemCode>([
    ...COMMON_PROBLEMS,
    ...(operation.token === 'none' || operation.agreement === 'none'
      ? []
      : (['AGREEMENT_MISSING'] as const)),
    ...(operation.request === undefined ? [] : BODY_PROBLEMS),
    ...(operation.method === 'POST' && operation.idempotencyKey !== 'none'
      ? IDEMPOTENCY_PROBLEMS
      : []),
    ...(takesIfMatch(operation) === undefined ? [] : CONDITIONAL_PROBLEMS),
    ...operation.problems,
  ]);
  return (Object.keys(problems) as ProblemCode[]).filter((code) => set.has(code));
};
