import type { Agreement } from '@openwaybill/schemas';
import { changeAgreement, putSide, sideOf } from '../agreements/change-agreement.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';

/** At once: the next call is refused and the next event waits. */
export const suspendAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const agreement = await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? '');
  const { to } = command(system.lifecycle('agreement'), agreement.status, 'suspend-agreement');
  const side = await sideOf(unit, agreement.agreementId);
  putSide(unit, partyId, agreement.agreementId, now, { ...side, suspendedBy: partyId });
  const after = { ...agreement, status: to as Agreement['status'] };
  return {
    status: 200,
    body: await changeAgreement(system, unit, now, partyId, agreement, after),
  };
};
