import type { Agreement, AgreementTermination, InterruptionNotice } from '@openwaybill/schemas';
import {
  changeAgreement,
  putSide,
  sideOf,
  TERMINATION_DUE,
} from '../agreements/change-agreement.ts';
import { startOfDay } from '../agreements/civil-day.ts';
import { type Behaviour, type Call, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';

const COLLECTIONS = ['notice', 'received-notice'] as const;

/** Whether either party has told the other, by a notice of class TERMINATION, that it ends. */
const isNoticed = async (call: Call, partyId: string): Promise<boolean> => {
  for (const collection of COLLECTIONS) {
    const rows = await call.unit.list({ collection, owner: partyId });
    const hasOne = rows.some((row) => {
      const { noticeClass, status } = row.body as InterruptionNotice;
      return noticeClass === 'TERMINATION' && (status === 'ISSUED' || status === 'ACTIVE');
    });
    if (hasOne) return true;
  }
  return false;
};

const needsNotice = ({ parties }: Agreement): boolean =>
  ['platform', 'courier'].every((role) => parties.some(({ party }) => party.role === role));

/** Before it is in effect it ends at once; afterwards on the day named, which a timer watches. */
export const terminateAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const { partyId } = callerOf(call);
  const { effectiveOn } = call.body as AgreementTermination;
  const agreement = await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? '');
  const { to } = command(system.lifecycle('agreement'), agreement.status, 'terminate-agreement', {
    TERMINATION_NOTICED: !needsNotice(agreement) || (await isNoticed(call, partyId)),
  });
  const isLater = to === agreement.status;
  if (isLater) {
    const side = await sideOf(unit, agreement.agreementId);
    putSide(unit, partyId, agreement.agreementId, now, { ...side, endsOn: effectiveOn });
    system.schedule(unit, {
      tenant: partyId,
      kind: TERMINATION_DUE,
      ref: agreement.agreementId,
      dueAt: startOfDay(effectiveOn),
    });
  }
  const after = { ...agreement, status: to as Agreement['status'] };
  return {
    status: 200,
    body: await changeAgreement(system, unit, now, partyId, agreement, after),
  };
};
