import type { Agreement, AgreementProposal } from '@openwaybill/schemas';
import { changeAgreement, putSide } from '../agreements/change-agreement.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { randomId } from '../engine/invent.ts';
import { command } from '../engine/lifecycle.ts';
import { ruleViolated } from '../engine/refusal.ts';

/** An agreement lives where its proposal was received. Nobody has signed it yet. */
export const proposeAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const proposal = call.body as AgreementProposal;
  const named = proposal.parties.map(({ party }) => party.partyId);
  if (![caller.partyId, system.options.partyId].every((partyId) => named.includes(partyId)))
    throw ruleViolated('/parties', 'DSC-023');
  const { to } = command(system.lifecycle('agreement'), undefined, 'propose-agreement');
  const agreement: Agreement = {
    ...proposal,
    agreementId: randomId(system.random, 'agr_'),
    status: to as Agreement['status'],
    revision: 1,
    signatures: [],
    createdAt: now,
    updatedAt: now,
  };
  putSide(unit, caller.partyId, agreement.agreementId, now, { spokeLast: caller.partyId });
  return {
    status: 201,
    body: await changeAgreement(system, unit, now, caller.partyId, undefined, agreement),
  };
};
