import type { Agreement, AgreementSignature } from '@openwaybill/schemas';
import { sign } from '../agreements/sign.ts';
import { signTerms } from '../agreements/signed-terms.ts';
import type { System } from '../engine/system.ts';
import { type Action, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

const ourSignature = async (
  system: System,
  agreement: Agreement,
  signedAt: string,
): Promise<AgreementSignature> => ({
  keyId: system.keys.current.kid,
  signedAt,
  signature: await signTerms(agreement, system.keys.current),
  revision: agreement.revision,
});

/** Signs where the agreement lives: here, or at the party that received the proposal. */
export const signAgreement: Action = async ({ system, tenant, to, input }) => {
  const agreementId = needed(input.agreementId);
  const here = await system.transact(tenant, async (unit, now) => {
    const row = await unit.row('agreement', agreementId);
    if (row === undefined || row.owner !== tenant) return { now };
    const agreement = row.body as Agreement;
    const signature = await ourSignature(system, agreement, now);
    const us = system.options.partyId;
    return { now, signed: await sign(system, unit, now, tenant, us, agreement, signature) };
  });
  if (here.signed !== undefined) return { revision: here.signed.revision };
  const path = `/v1/agreements/${agreementId}`;
  const agreement = bodyOf(await callWithRetries(system, to, { method: 'GET', path })) as Agreement;
  const body = await ourSignature(system, agreement, here.now);
  const answer = await callWithRetries(system, to, { method: 'POST', path: `${path}/sign`, body });
  const { revision } = bodyOf(answer) as Agreement;
  return { revision };
};
