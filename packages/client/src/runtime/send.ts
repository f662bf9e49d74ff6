import type { Ambient } from '../ambient.ts';
import { attempt } from './attempt.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { backOff, retryAfter } from './pause.ts';
import { mayBeRepeated, readAnswer } from './read-answer.ts';
import { type Given, headersOf, urlOf } from './request-of.ts';
import type { Result } from './result.ts';
import type { Judge, OperationRow } from './rows.ts';
import { unfitToSend } from './unfit-to-send.ts';

/**
 * Where tokens come from. A token that was refused is handed back, so that a source that remembers does not give it
 * again.
 */
export type TokenSource = string | ((refused?: string) => string | Promise<string>);

/** A request as it leaves, signed, and whether an answer is signed for it where it must be. */
export type SignedCall = {
  readonly request: Request;
  readonly isGood: (response: Response, text: string) => Promise<boolean>;
};

/** Signs a request for a party that wants it; nothing for one that does not. */
export type MessageSigning = (
  operationId: string,
  request: Request,
  text: string,
) => Promise<SignedCall | undefined>;

/** What every call of one connection has in common. */
export type Settings = Ambient & {
  readonly baseUrl: string;
  readonly token: TokenSource | undefined;
  readonly version: string;
  /** For one attempt, up to the last byte of its answer. */
  readonly timeoutMilliseconds: number;
  /** For all attempts of a call with the pauses between them. */
  readonly deadlineMilliseconds: number;
  /** How often a call may be repeated. */
  readonly retries: number;
  readonly judge: Judge | undefined;
  readonly signing: MessageSigning | undefined;
};

type Token = { readonly token?: string } | { readonly cause: unknown };

const tokenOf = async (source: TokenSource | undefined, refused?: string): Promise<Token> => {
  if (source === undefined) return {};
  if (typeof source === 'string') return { token: source };
  try {
    return { token: await source(refused) };
  } catch (cause) {
    return { cause };
  }
};

type Tried = { readonly result: Result<unknown>; readonly retryAfter?: number | undefined };

const tryOnce = async (
  operationId: string,
  row: OperationRow,
  given: Given,
  settings: Settings,
  own: { readonly token?: string; readonly key?: string; readonly milliseconds: number },
): Promise<Tried> => {
  const { baseUrl, version, judge, now } = settings;
  const signing = own.token === undefined ? undefined : settings.signing;
  let signed: SignedCall | undefined;
  const makeRequest = async (signal: AbortSignal): Promise<Request> => {
    const text = given.body === undefined ? undefined : JSON.stringify(given.body);
    const request = new Request(urlOf(baseUrl, row, given), {
      method: row.method,
      headers: headersOf(row, given, { ...own, version }),
      ...(text === undefined ? {} : { body: text }),
      redirect: 'manual', // a token is for one audience
      signal,
    });
    signed = await signing?.(operationId, request, text ?? '');
    return signed?.request ?? request;
  };
  const made = await attempt(makeRequest, settings, own.milliseconds, given.signal);
  if ('failure' in made)
    return {
      result: {
        ok: false,
        problem: { code: made.failure, status: 0, retryable: true },
        cause: made.cause,
      },
    };
  if (signed !== undefined && !(await signed.isGood(made.response, made.text)))
    return {
      result: {
        ok: false,
        problem: { code: 'ANSWER_INVALID', status: made.response.status, retryable: false },
      },
    };
  return {
    result: await readAnswer(row, made.response, made.text, judge),
    retryAfter: retryAfter(made.response.headers.get('retry-after'), now()),
  };
};

/**
 * One call: the same request, with the same idempotency key, until it has an answer that is final, or its retries or
 * its time are used up. Only reads and calls with a key are repeated.
 */
export const send = async (
  operationId: string,
  row: OperationRow,
  given: Given,
  settings: Settings,
): Promise<Result<unknown>> => {
  const { now, random, wait, retries, timeoutMilliseconds } = settings;
  const unfit = unfitToSend(row, given.body);
  if (unfit !== undefined) return { ok: false, problem: unfit };
  const until = now() + settings.deadlineMilliseconds;
  const key = row.keyed === true ? (given.idempotencyKey ?? idempotencyKey(random)) : undefined;
  const source = row.anonymous === true ? undefined : settings.token;
  let token = await tokenOf(source);
  let renewed = false;
  for (let tried = 1; ; tried += 1) {
    if ('cause' in token)
      return {
        ok: false,
        problem: { code: 'NO_TOKEN', status: 0, retryable: true },
        cause: token.cause,
      };
    const { result, retryAfter } = await tryOnce(operationId, row, given, settings, {
      ...token,
      ...(key === undefined ? {} : { key }),
      milliseconds: Math.min(timeoutMilliseconds, Math.max(0, until - now())),
    });
    if (result.ok) return result;
    if (result.problem.code === 'UNAUTHENTICATED' && typeof source === 'function' && !renewed) {
      renewed = true;
      token = await tokenOf(source, token.token);
      continue;
    }
    const repeatable = row.method === 'GET' || key !== undefined;
    if (!repeatable || !mayBeRepeated(result.problem) || tried > retries) return result;
    const pause = retryAfter ?? backOff(tried, random);
    if (now() + pause >= until) return result;
    await wait(pause, given.signal ?? new AbortController().signal);
    given.signal?.throwIfAborted();
  }
};
