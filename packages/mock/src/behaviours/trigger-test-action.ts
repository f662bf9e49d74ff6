import type { TestActionRequest, TestActionRun } from '@openwaybill/schemas';
import { actionsOf } from '../actions/actions-of.ts';
import { runAction } from '../actions/run-action.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal } from '../engine/refusal.ts';
import { recordRow } from '../store/resource.ts';

const PEER = 'peer';

/** Answers at once; the action goes on after it, and `getTestAction` says how it ended. */
export const triggerTestAction: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { action: code, counterparty, input } = call.body as TestActionRequest;
  const action = actionsOf(system.options.role)[code];
  if (action === undefined)
    throw new Refusal('CODE_UNKNOWN', {
      issues: [{ pointer: '/action', rule: 'enum', params: { code } }],
    });
  const actionId = uuid7(system.random, Date.parse(now));
  const running: TestActionRun = { state: 'RUNNING' };
  unit.put(recordRow('action', actionId, caller.partyId, now, running));
  const to =
    counterparty === undefined ? caller : { ...caller, baseUrl: counterparty.replace(/\/$/, '') };
  if (counterparty !== undefined)
    unit.put(recordRow(PEER, caller.partyId, caller.partyId, now, to));
  system.background(() =>
    runAction(actionId, action, { system, tenant: caller.partyId, to, input }),
  );
  return { status: 202, body: { actionId } };
};
