import type { Agreement, AgreementCounter } from '@openwaybill/schemas';
import { counter } from '../agreements/counter.ts';
import { type Action, bodyOf, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

/** The same terms with a week more of notice: a change that nobody can take for a mistake. */
const ourTerms = (agreement: Agreement): AgreementCounter => {
  const {
    agreementId: _,
    status: __,
    revision,
    createdAt: ___,
    updatedAt: ____,
    signatures: _____,
    ...terms
  } = agreement;
  return {
    ...terms,
    baseRevision: revision,
    parties: terms.parties.map(({ signedAt: _signedAt, ...party }) => party),
    interruptionTerms: {
      ...terms.interruptionTerms,
      plannedLeadSeconds: terms.interruptionTerms.plannedLeadSeconds + 604_800,
    },
  };
};

/** Counters where the agreement lives: here, or at the party that received the proposal. */
export const counterAgreement: Action = async ({ system, tenant, to, input }) => {
  const agreementId = needed(input.agreementId);
  const here = await system.transact(tenant, async (unit, now) => {
    const row = await unit.row('agreement', agreementId);
    if (row === undefined || row.owner !== tenant) return undefined;
    const agreement = row.body as Agreement;
    const us = system.options.partyId;
    return counter(system, unit, now, tenant, us, agreement, ourTerms(agreement));
  });
  if (here !== undefined) return { revision: here.revision };
  const path = `/v1/agreements/${agreementId}`;
  const agreement = bodyOf(await callWithRetries(system, to, { method: 'GET', path })) as Agreement;
  const answer = await callWithRetries(system, to, {
    method: 'POST',
    path: `${path}/counter`,
    body: ourTerms(agreement),
  });
  const { revision } = bodyOf(answer) as Agreement;
  return { revision };
};
