import {
  type OperationEntry,
  type ProblemCode,
  problemSetOf,
  type Registry,
  takesIdempotencyKey,
} from '@openwaybill/schemas';
import { grouped } from './grouped.ts';
import { EVERYWHERE, headers } from './headers.ts';

/** Refusals that an idempotency key keeps and repeats. */
const REPEATED: readonly number[] = [404, 409, 410, 422];

/** An answer that refuses, and the name under which equal ones are shared. */
export type ProblemResponse = { readonly name: string; readonly response: unknown };

/** The refusals of an operation by status, every code of a status in one answer. */
export const problemResponses = (
  registry: Registry,
  operation: OperationEntry,
): ReadonlyMap<number, ProblemResponse> => {
  const byStatus = grouped(problemSetOf(operation), (code) => registry.problems[code]?.status);
  const responses = new Map<number, ProblemResponse>();
  for (const [status = 500, codes] of byStatus) {
    const repeated = takesIdempotencyKey(operation) && REPEATED.includes(status);
    responses.set(status, {
      name: ['Problem', status, ...codes, ...(repeated ? ['repeated'] : [])].join('-'),
      response: responseOf(registry, status, codes, repeated),
    });
  }
  return new Map([...responses].toSorted(([a], [b]) => a - b));
};

const responseOf = (
  registry: Registry,
  status: number,
  codes: readonly ProblemCode[],
  repeated: boolean,
): unknown => ({
  description: codes
    .map((code) => `\`${code}\`: ${registry.problems[code]?.when.en ?? ''}`)
    .join('\n\n'),
  'x-description-zh': codes
    .map((code) => `\`${code}\`：${registry.problems[code]?.when.zh ?? ''}`)
    .join('\n\n'),
  headers: headers([
    ...EVERYWHERE,
    ...(repeated ? (['IdempotencyReplayed'] as const) : []),
    ...(status === 429 || status === 503 ? (['RetryAfter'] as const) : []),
    ...(status === 405 ? (['Allow'] as const) : []),
  ]),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  'x-problem-codes': codes,
});
