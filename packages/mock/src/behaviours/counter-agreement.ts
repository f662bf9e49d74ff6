import type { Agreement, AgreementCounter } from '@openwaybill/schemas';
import { counter } from '../agreements/counter.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';

/** Only terms of the present revision are countered, by the party that did not speak last. */
export const counterAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const body = call.body as AgreementCounter;
  const agreement = await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? '');
  if (body.baseRevision !== agreement.revision) throw new Refusal('REVISION_STALE');
  const named = body.parties.map(({ party }) => party.partyId);
  const after = await counter(system, unit, now, caller.partyId, caller.partyId, agreement, body);
  if (![caller.partyId, system.options.partyId].every((partyId) => named.includes(partyId)))
    throw ruleViolated('/parties', 'DSC-023');
  return { status: 200, body: after };
};
