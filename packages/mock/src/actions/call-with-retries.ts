import { MINUTE } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import type { Counterparty } from '../engine/options.ts';
import { AnswerUnsigned, type OutgoingAnswer, type OutgoingRequest } from '../engine/outgoing.ts';
import type { System } from '../engine/system.ts';
import { ActionFailed } from './action.ts';

const MOST_ATTEMPTS = 6;
const FIRST_GAP = 500;
/** A party that asks for more time than this is told of as out of reach, and not waited for. */
const LONGEST_GAP = MINUTE;

/** Retryable, but only after something else was done first: a read, a header. */
const NEEDS_ANOTHER_REQUEST = [412, 428];

/** Milliseconds to wait before the same request goes out again; nothing where it must not. */
const gapAfter = (answer: OutgoingAnswer | undefined, attempt: number): number | undefined => {
  const backOff = FIRST_GAP * 2 ** attempt;
  // no answer at all: the command may have been done, so the same key asks again
  if (answer === undefined) return backOff;
  if (answer.status < 400 || NEEDS_ANOTHER_REQUEST.includes(answer.status)) return undefined;
  if (answer.body?.retryable !== true) return undefined;
  const seconds = Number(answer.headers.get('Retry-After') ?? 0);
  const gap = Math.max(backOff, Number.isFinite(seconds) ? seconds * 1000 : 0);
  return gap > LONGEST_GAP ? undefined : gap;
};

/**
 * One command of ours, repeated by the rules of the standard: the same key and body, never before `Retry-After` is
 * over, and never what was refused for good.
 */
export const callWithRetries = async (
  system: System,
  to: Counterparty,
  request: OutgoingRequest,
): Promise<OutgoingAnswer> => {
  const { options } = system;
  const command = {
    idempotencyKey: uuid7(system.random, options.wallClock()),
    ...request,
  };
  for (let attempt = 0; ; attempt += 1) {
    let answer: OutgoingAnswer | undefined;
    let failure: unknown;
    try {
      answer = await system.outgoing(to)(command);
    } catch (error) {
      failure = error;
    }
    const gap = gapAfter(answer, attempt);
    if (answer !== undefined && (gap === undefined || attempt + 1 >= MOST_ATTEMPTS)) return answer;
    if (gap === undefined || attempt + 1 >= MOST_ATTEMPTS)
      throw failure instanceof AnswerUnsigned ? new ActionFailed('SIGNATURE_INVALID') : failure;
    await options.wait(gap);
  }
};
