import type { Agreement } from '@openwaybill/schemas';
import { changeAgreement, sideOf } from '../agreements/change-agreement.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';
import { releaseHeldDeliveries } from '../events/held.ts';

/** By the party that suspended. What waited is sent at once. */
export const resumeAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const agreement = await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? '');
  const { suspendedBy } = await sideOf(unit, agreement.agreementId);
  const { to } = command(system.lifecycle('agreement'), agreement.status, 'resume-agreement', {
    SUSPENDED_BY_CALLER: suspendedBy === partyId,
  });
  const after = { ...agreement, status: to as Agreement['status'] };
  const body = await changeAgreement(system, unit, now, partyId, agreement, after);
  await releaseHeldDeliveries(system, unit, now, partyId);
  return { status: 200, body };
};
