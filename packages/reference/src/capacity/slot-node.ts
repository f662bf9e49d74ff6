import type { CapacityDemand, CapacityOffer, CapacitySlot } from '@openwaybill/schemas';
import { type Place, placeKey, placeOf } from './place.ts';

/** Whose it is, where that matters: nobody is matched with itself. */
type Owned = { readonly party?: string };

/** What the matcher reads of an offer. */
export type OfferTerms = Owned &
  Pick<CapacityOffer, 'offerId' | 'resource' | 'lane' | 'area' | 'slots' | 'price'>;

/** What the matcher reads of a demand. */
export type DemandTerms = Owned &
  Pick<
    CapacityDemand,
    'demandId' | 'resource' | 'lane' | 'area' | 'slots' | 'price' | 'deadlineAt'
  >;

/** One slot of an offer or of a demand. */
export type SlotNode = Owned & {
  readonly id: string;
  readonly slot: CapacitySlot;
  readonly place: Place;
  readonly minor: number | undefined;
  /** Nodes of different markets never meet: resource, unit, day. */
  readonly market: string;
  /** Nodes of one kind differ in id and quantity alone. */
  readonly kind: string;
};

const nodesOf = (
  id: string,
  { resource, lane, area, slots, price, party }: Omit<OfferTerms, 'offerId'>,
  twoSided: ReadonlySet<string>,
): readonly SlotNode[] => {
  const place = placeOf({ ...(lane && { lane }), ...(area && { area }) });
  // of a party that only offers or only asks it does not matter whose a slot is
  const owned = party !== undefined && twoSided.has(party) ? { party } : {};
  const minor = price?.minor;
  return slots
    .filter(({ quantity }) => quantity > 0)
    .map((slot) => ({
      ...owned,
      id,
      slot,
      place,
      minor,
      market: [resource, slot.unit, slot.dayOn].join(' '),
      kind: [slot.from, slot.to, minor ?? '', placeKey(place), owned.party ?? ''].join(' '),
    }));
};

const byPlaceInList = (a: SlotNode, b: SlotNode): number =>
  compare(a.id, b.id) || compare(a.slot.from, b.slot.from) || compare(a.slot.to, b.slot.to);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The slots of all offers, in order of their ids; with their party, where it is one of these. */
export const nodesOfOffers = (
  offers: readonly OfferTerms[],
  twoSided: ReadonlySet<string>,
): readonly SlotNode[] =>
  offers.flatMap((offer) => nodesOf(offer.offerId, offer, twoSided)).sort(byPlaceInList);

/** The slots of all demands, likewise. */
export const nodesOfDemands = (
  demands: readonly DemandTerms[],
  twoSided: ReadonlySet<string>,
): readonly SlotNode[] =>
  demands.flatMap((demand) => nodesOf(demand.demandId, demand, twoSided)).sort(byPlaceInList);
