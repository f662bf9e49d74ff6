import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { claimHooks } from './claim-hooks.ts';
import { complaintHooks } from './complaint-hooks.ts';
import { exceptionHooks } from './exception-hooks.ts';
import { raiseException } from './raise-exception.ts';

/** A courier raises exceptions, and decides claims and answers complaints before they are due. */
export const claims: ModuleBehaviours = {
  resources: { claims: claimHooks, complaints: complaintHooks, exceptions: exceptionHooks },
  followsParcel: raiseException,
};
