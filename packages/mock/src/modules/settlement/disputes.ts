import type { Dispute, DisputeRequest } from '@openwaybill/schemas';
import { stateIllegal } from '../../engine/lifecycle.ts';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { collectionNamed, listResources } from '../../resources/change.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { linesOf, putInDispute, settleDispute, statementOf } from './statements.ts';

/** Existence, then the same line again, then what is claimed of it. */
const demandClaim = async ({ system, unit, owner, on, body }: Happening): Promise<void> => {
  const claim = body as DisputeRequest;
  const { status } = await statementOf(system, unit, owner, claim.statementId);
  const line = (await linesOf(unit, owner, claim.statementId)).find(
    ({ lineId }) => lineId === claim.lineId,
  );
  if (line === undefined) throw new Refusal('NOT_FOUND');
  const disputes = await listResources(unit, collectionNamed(system, 'disputes'), owner);
  if ((disputes as readonly Dispute[]).some(({ lineId }) => lineId === claim.lineId))
    throw new Refusal('DUPLICATE');
  if (status === 'CONFIRMED') throw stateIllegal(status, on);
  const { amount } = line;
  if (claim.claimedAmount.currency !== amount.currency || claim.claimedAmount.minor > amount.minor)
    throw ruleViolated('/claimedAmount', 'STL-005');
};

/** Disputes of this courier; it credits what is claimed where it upholds one. */
export const disputes: Hooks = {
  guards: async (happening, before) => {
    if (before === undefined) await demandClaim(happening);
    return { STATEMENT_OPEN: true, CREDIT_GIVEN: true };
  },
  draft: ({ now }, next, before) => {
    if (before === undefined) return next;
    const dispute = next as Dispute;
    return {
      ...dispute,
      resolvedAt: now,
      ...(dispute.status === 'UPHELD' ? { creditedAmount: dispute.claimedAmount } : {}),
    };
  },
  changed: (happening, next, before) =>
    before === undefined
      ? putInDispute(happening, next as Dispute)
      : settleDispute(happening, next as Dispute),
};
