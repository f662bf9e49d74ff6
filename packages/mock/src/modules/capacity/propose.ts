import { loadSolver, matchCapacity, slotInstant } from '@openwaybill/reference/capacity';
import type {
  CapacityDemand,
  CapacityOffer,
  CapacitySlot,
  MatchProposal,
} from '@openwaybill/schemas';
import { uuid7 } from '../../engine/invent.ts';
import { changeResource, collectionNamed } from '../../resources/change.ts';
import type { Happening } from '../../resources/hooks.ts';
import type { Unit } from '../../store/unit.ts';
import { roughMetres } from './rough-metres.ts';
import { putSides } from './sides.ts';
import { allMatches, HELD, servedOf, takenOf } from './taken.ts';

type Owned<T> = { readonly owner: string; readonly terms: T };

const ownedIn = async <T extends CapacityOffer | CapacityDemand>(
  unit: Unit,
  collection: string,
): Promise<readonly Owned<T>[]> =>
  (await unit.list({ collection })).map(({ owner, body }) => ({ owner, terms: body as T }));

const left = <T extends { readonly slots: readonly CapacitySlot[] }>(
  terms: T,
  now: string,
  taken: (slot: CapacitySlot) => number,
): T => ({
  ...terms,
  slots: terms.slots
    .filter(({ dayOn, from }) => Date.parse(slotInstant(dayOn, from)) > Date.parse(now))
    .map((slot) => ({ ...slot, quantity: Math.max(0, slot.quantity - taken(slot)) })),
});

const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);

/** Two organisations may have used one id: each is known by its owner too. */
const ownedId = (owner: string, id: string): string => `${owner} ${id}`;

/**
 * Proposes what the reference matcher finds among all that is left. What was proposed once and came to nothing is not
 * proposed again.
 */
export const propose = async (happening: Happening): Promise<void> => {
  const { system, unit, now } = happening;
  const offers = await ownedIn<CapacityOffer>(unit, 'capacity-offers');
  const demands = await ownedIn<CapacityDemand>(unit, 'capacity-demands');
  if (offers.length === 0 || demands.length === 0) return;
  const known = await allMatches(unit);
  const mine = (held: (typeof known)[number], side: 'offeredBy' | 'demandedBy', owner: string) =>
    held.sides[side] === owner;
  const { matches } = matchCapacity(await loadSolver(), {
    offers: offers.map(({ owner, terms }) => ({
      ...left(terms, now, (slot) =>
        takenOf(
          known.filter((one) => mine(one, 'offeredBy', owner)),
          terms.offerId,
          slot,
          HELD,
        ),
      ),
      offerId: ownedId(owner, terms.offerId),
      party: owner,
    })),
    demands: demands.map(({ owner, terms }) => ({
      ...left(terms, now, (slot) =>
        servedOf(
          known.filter((one) => mine(one, 'demandedBy', owner)),
          terms.demandId,
          slot,
        ),
      ),
      demandId: ownedId(owner, terms.demandId),
      party: owner,
    })),
    metresBetween: roughMetres,
    currency: 'CNY',
    at: now,
  });
  const offerOf = new Map(offers.map((one) => [ownedId(one.owner, one.terms.offerId), one]));
  const demandOf = new Map(demands.map((one) => [ownedId(one.owner, one.terms.demandId), one]));
  for (const { demandSlot, ...match } of matches) {
    const offer = offerOf.get(match.offerId);
    const demand = demandOf.get(match.demandId);
    if (offer === undefined || demand === undefined) continue;
    const { offerId } = offer.terms;
    const { demandId, deadlineAt } = demand.terms;
    const wasTried = known.some(
      (one) =>
        mine(one, 'offeredBy', offer.owner) &&
        mine(one, 'demandedBy', demand.owner) &&
        one.match.offerId === offerId &&
        one.match.demandId === demandId &&
        !HELD.includes(one.match.status),
    );
    if (wasTried) continue;
    const matchId = uuid7(system.random, Date.parse(now));
    putSides(unit, now, matchId, {
      offeredBy: offer.owner,
      demandedBy: demand.owner,
      demandSlot,
      accepted: [],
    });
    const proposal: Omit<MatchProposal, 'revision' | 'createdAt' | 'updatedAt'> = {
      ...match,
      matchId,
      offerId,
      demandId,
      expiresAt: earlier(deadlineAt, match.slotStartsAt),
      status: 'PROPOSED',
    };
    await changeResource(
      { ...happening, owner: offer.owner, on: 'PROPOSE', body: {} },
      collectionNamed(system, 'matches'),
      proposal,
      undefined,
    );
  }
};
