import type { TestActionRun } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';

export const getTestAction: Behaviour = async (call) => ({
  status: 200,
  body: await ownResource<TestActionRun>(call, 'action', call.path.actionId ?? ''),
});
