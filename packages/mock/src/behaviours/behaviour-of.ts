import type { OperationEntry } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { moduleOperations } from '../modules/index.ts';
import { plainBehaviourOf } from '../resources/plain-behaviour.ts';
import { behaviours } from './index.ts';

/** What an operation does: what is written for it, else what the registry alone says. */
export const behaviourOf = (operation: OperationEntry): Behaviour | undefined =>
  behaviours[operation.name] ?? moduleOperations[operation.name] ?? plainBehaviourOf(operation);
