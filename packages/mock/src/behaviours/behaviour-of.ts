import type { OperationEntry } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { moduleOperations } from '../modules/index.ts';
import { plainBehaviourOf } from '../resources/plain-behaviour.ts';
import { understood } from '../resources/understood.ts';
import { behaviours } from './index.ts';

/** What an operation does: what is written for it, else what the registry alone says. */
export const behaviourOf = (operation: OperationEntry): Behaviour | undefined => {
  const core = behaviours[operation.name];
  if (core !== undefined) return core;
  const behaviour = moduleOperations[operation.name] ?? plainBehaviourOf(operation);
  return behaviour && understood(behaviour);
};
