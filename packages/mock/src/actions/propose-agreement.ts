import type { Agreement } from '@openwaybill/schemas';
import { firstAgreement } from '../engine/seed.ts';
import { type Action, bodyOf } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

/** The terms of the first agreement, which every sandbox knows, as a new proposal. */
export const proposeAgreement: Action = async ({ system, tenant, to }) => {
  const now = await system.transact(tenant, async (_, at) => at);
  const {
    agreementId: _,
    status: __,
    revision: ___,
    createdAt: ____,
    updatedAt: _____,
    signatures: ______,
    ...terms
  } = firstAgreement(system, to, now);
  const answer = await callWithRetries(system, to, {
    method: 'POST',
    path: '/v1/agreements',
    body: { ...terms, parties: terms.parties.map(({ signedAt: _signedAt, ...party }) => party) },
  });
  const { agreementId } = bodyOf(answer) as Agreement;
  return { agreementId };
};
