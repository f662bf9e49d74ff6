import type { Problem, Result } from './result.ts';
import type { Judge, OperationRow } from './rows.ts';
import { unprinted } from './unprinted.ts';

/** Refusals after which the same request may be made again, whoever on the way gave them. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number beyond the safe integers has lost its last digits already. */
const isExact = (value: unknown): boolean => {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
};

type Parsed = { readonly value: unknown } | undefined;

const parsed = (text: string): Parsed => {
  try {
    const value: unknown = JSON.parse(text);
    return isExact(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
};

/** The problem in a refusal. One whose code is unknown is still told by its status and `retryable`. */
const problemIn = (status: number, text: string): Problem => {
  const document = parsed(text)?.value;
  if (!isObject(document) || typeof document.code !== 'string')
    return { code: 'NOT_A_PROBLEM', status, retryable: PASSING.has(status) };
  const { retryable } = document;
  return {
    ...document,
    code: document.code,
    status,
    retryable: typeof retryable === 'boolean' ? retryable : PASSING.has(status),
  };
};

/** Whether the same request may be made again at once or after a pause. A stale revision, say, needs a read first. */
export const mayBeRepeated = ({ code, status, retryable }: Problem): boolean => {
  if (!retryable) return false;
  if (code === 'NO_ANSWER' || code === 'TIMED_OUT') return true;
  if (status === 409) return code === 'REQUEST_IN_PROGRESS';
  return status === 500 || PASSING.has(status);
};

const invalid = (status: number, errors: Problem['errors']): Result<unknown> => ({
  ok: false,
  problem: {
    code: 'ANSWER_INVALID',
    status,
    retryable: false,
    ...(errors === undefined ? {} : { errors }),
  },
});

/** What an answer says: a value or a problem. */
export const readAnswer = async (
  row: OperationRow,
  response: Response,
  text: string,
  judge: Judge | undefined,
): Promise<Result<unknown>> => {
  const { status, headers } = response;
  if (!response.ok) return { ok: false, problem: problemIn(status, text) };
  const found = row.answer === undefined ? { value: undefined } : parsed(text);
  if (found === undefined) return invalid(status, undefined);
  if (row.answer !== undefined && judge !== undefined) {
    const findings = await judge(row.answer, found.value);
    if (findings.length > 0) return invalid(status, [...findings]);
  }
  unprinted(found.value, row.personal ?? []);
  const revision = /^"(\d{1,16})"$/.exec(headers.get('etag') ?? '')?.[1];
  return {
    ok: true,
    status,
    value: found.value,
    replayed: headers.get('idempotency-replayed') === 'true',
    ...(revision === undefined ? {} : { revision: Number(revision) }),
  };
};
