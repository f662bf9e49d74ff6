import { operationOf } from '../drive/operations.ts';
import type { CallInput, Stage } from '../drive/stage.ts';
import { answerOf, codeOfAnswer } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import { stateShown } from './judge-step.ts';
import { rulingOf } from './ruling.ts';
import type { Subject, Walk } from './walk.ts';

const mayCall = (stage: Stage, as: NonNullable<Subject['as']>, operation: string): boolean => {
  const role = stage.roleOf(as);
  return role !== undefined && operationOf(operation).calledBy.includes(role);
};

/** Calls an operation on a resource: as its owner, where the walk names one and it may call. */
export const commandOf = (
  stage: Stage,
  { as }: Subject,
  operation: string,
  input: CallInput,
): Promise<Exchange> =>
  as === undefined || !mayCall(stage, as, operation)
    ? stage.call(operation, input)
    : stage.callAs(as, operation, input);

/** The state that a look shows; of one that no read shows, that there is nothing. */
const stateSeen = (walk: Walk, state: string, read: Exchange): string | undefined =>
  walk.states[state]?.isHidden === true && codeOfAnswer(read) === 'NOT_FOUND'
    ? state
    : stateShown(read);

/** Gives one command in one state, between two looks; the state afterwards, or nothing where it was another before. */
export const giveIn = async (
  stage: Stage,
  walk: Walk,
  subject: Subject,
  { operation, state }: { readonly operation: string; readonly state: string },
): Promise<string | undefined> => {
  const name = `${walk.entity}.${operation}.${state}`;
  const look = (probe: string) =>
    commandOf(stage, subject, walk.read, { path: subject.path, probe: `${probe}.${name}` });
  const before = await look('cell-before');
  if (stateSeen(walk, state, before) !== state) return undefined;
  const isHidden = walk.states[state]?.isHidden === true;
  const current = isHidden ? subject : { ...subject, revision: Number(answerOf(before)?.revision) };
  await commandOf(stage, current, operation, {
    ...(await walk.commands[operation]?.(stage, current)),
    intent: rulingOf(walk.entity, operation, state).isNamed ? 'CONTROL' : 'NEGATIVE',
    probe: `cell.${name}`,
  });
  return stateSeen(walk, state, await look('cell-after'));
};
