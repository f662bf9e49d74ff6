import { operationOf } from '../drive/operations.ts';
import type { CallInput, Stage } from '../drive/stage.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Subject } from './walk.ts';

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
