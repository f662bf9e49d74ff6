import { nameOf, type OperationEntry } from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import { problemAnswer } from './answer.ts';
import type { Answer, Behaviour, Call } from './call.ts';
import { judgeBody } from './judgement.ts';
import { Refusal } from './refusal.ts';

/** What a command of the world itself is made of: as a counterparty's, without a request. */
export type PerformedAs = Pick<Call, 'system' | 'caller' | 'path' | 'now'> & {
  readonly operation: OperationEntry;
  readonly behaviour: Behaviour;
  readonly body: unknown;
  readonly unit: Unit;
};

/** Performs an operation as if its caller had called it; what a refused one wrote is gone. */
export const performAs = async ({
  behaviour,
  body,
  unit,
  ...given
}: PerformedAs): Promise<Answer> => {
  const { system, operation, now } = given;
  const part = unit.branch();
  try {
    const judged =
      operation.request === undefined
        ? undefined
        : judgeBody(operation, nameOf(operation.request), body, system.options, false).body;
    const answer = await behaviour({
      ...given,
      unit: part,
      body: judged,
      query: {},
      ifMatch: undefined,
      idempotencyKey: undefined,
      bytes: new Uint8Array(),
      headers: new Headers(),
      warnings: [],
    });
    await part.commit();
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return problemAnswer(error, system.random, Date.parse(now));
  }
};
