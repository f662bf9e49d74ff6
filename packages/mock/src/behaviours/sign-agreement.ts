import type { Agreement, AgreementSignature } from '@openwaybill/schemas';
import { sign } from '../agreements/sign.ts';
import { isTermsSignature } from '../agreements/signed-terms.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { command } from '../engine/lifecycle.ts';
import { ownResource } from '../engine/own-resource.ts';
import { Refusal } from '../engine/refusal.ts';

/** Existence, revision and state are judged before the signature itself. */
export const signAgreement: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const signature = call.body as AgreementSignature;
  const agreement = await ownResource<Agreement>(call, 'agreement', call.path.agreementId ?? '');
  if (signature.revision !== agreement.revision) throw new Refusal('REVISION_STALE');
  command(system.lifecycle('agreement'), agreement.status, 'sign-agreement', { ALL_SIGNED: false });
  const { keyId, signature: text } = signature;
  if (!(await isTermsSignature(agreement, caller, keyId, text)))
    throw new Refusal('SIGNATURE_INVALID');
  return {
    status: 200,
    body: await sign(system, unit, now, caller.partyId, caller.partyId, agreement, signature),
  };
};
