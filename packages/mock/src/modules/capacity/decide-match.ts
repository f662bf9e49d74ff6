import type { CapacityOffer, MatchDecision, MatchProposal } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { command } from '../../engine/lifecycle.ts';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Happening } from '../../resources/hooks.ts';
import { putSides, type Side, type Sides, sideOf, sidesOf } from './sides.ts';
import { AGREED, allMatches, takenOf, usesSlot } from './taken.ts';

const otherSide = (side: Side): Side => (side === 'OFFER' ? 'DEMAND' : 'OFFER');

/** The terms that a counter-offer leaves: its own, or those of before. */
const countered = (match: MatchProposal, decision: MatchDecision): MatchProposal => {
  const quantity = decision.counterQuantity ?? match.quantity;
  if (quantity > match.quantity) throw ruleViolated('/counterQuantity', 'CAP-001');
  const price = decision.counterPrice ?? match.price;
  if ((price?.minor ?? 0) < 0) throw ruleViolated('/counterPrice/minor', 'CAP-003');
  const saved = BigInt(match.score.emptyMetresSaved) * BigInt(quantity);
  return {
    ...match,
    quantity,
    ...(price === undefined ? {} : { price }),
    score: {
      ...match.score,
      emptyMetresSaved: Number(saved / BigInt(match.quantity)),
      costMinor: quantity * (price?.minor ?? 0),
    },
  };
};

/** Whether the offer as it stands now still has what the match promises. */
const demandLeft = async (
  happening: Happening,
  match: MatchProposal,
  { offeredBy }: Sides,
): Promise<void> => {
  const { system, unit } = happening;
  const offers = collectionNamed(system, 'capacity-offers');
  const found = await findResource(unit, offers, offeredBy, match.offerId);
  const offer = found?.resource as CapacityOffer | undefined;
  const slot = offer?.slots.find((one) => usesSlot(match, one));
  const matches = (await allMatches(unit)).filter((one) => one.sides.offeredBy === offeredBy);
  const taken = slot === undefined ? 0 : takenOf(matches, match.offerId, slot, AGREED);
  if (taken + match.quantity > (slot?.quantity ?? 0)) throw new Refusal('OFFER_EXHAUSTED');
};

/** One side decides on one revision. A first acceptance is remembered and shows to nobody. */
export const decideMatch: Behaviour = async (call) => {
  const { system, unit, now, operation, path, body } = call;
  const { matchId = '' } = path;
  const decision = body as MatchDecision;
  const matches = collectionNamed(system, 'matches');
  const found = await findResource(unit, matches, '', matchId);
  const sides = await sidesOf(unit, matchId);
  const side = sides === undefined ? undefined : sideOf(sides, callerOf(call).partyId);
  if (found === undefined || sides === undefined || side === undefined)
    throw new Refusal('NOT_FOUND');
  const match = found.resource as MatchProposal;
  if (decision.revision !== match.revision) throw new Refusal('REVISION_STALE');
  const isAcceptance = decision.decision === 'ACCEPT';
  const { to } = command(system.lifecycle('match'), match.status, operation.name, {
    DECISION_IS_DECLINE: decision.decision === 'DECLINE',
    COUNTER_BY_OTHER_SIDE: decision.decision === 'COUNTER' && sides.lastSpoke !== side,
    BOTH_ACCEPTED: isAcceptance && sides.accepted.includes(otherSide(side)),
    FIRST_ACCEPTANCE: isAcceptance,
  });
  const happening: Happening = {
    system,
    unit,
    now,
    owner: found.owner,
    on: operation.name,
    path,
    body: decision,
  };
  if (isAcceptance && to !== 'CONFIRMED') {
    putSides(unit, now, matchId, { ...sides, accepted: [side] });
    return { status: 200, body: match };
  }
  if (to === 'CONFIRMED') await demandLeft(happening, match, sides);
  const isCounter = decision.decision === 'COUNTER';
  if (isCounter) putSides(unit, now, matchId, { ...sides, accepted: [], lastSpoke: side });
  const next = { ...(isCounter ? countered(match, decision) : match), status: to };
  return { status: 200, body: await changeResource(happening, matches, next, match) };
};
