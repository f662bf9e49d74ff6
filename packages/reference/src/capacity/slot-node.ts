import type { CapacityDemand, CapacityOffer, CapacitySlot } from '@openwaybill/schemas';
import { type Place, placeKey, placeOf } from './place.ts';

/** What the matcher reads of an offer. */
export type OfferTerms = Pick<
  CapacityOffer,
  'offerId' | 'resource' | 'lane' | 'area' | 'slots' | 'price'
>;

/** What the matcher reads of a demand. */
export type DemandTerms = Pick<
  CapacityDemand,
  'demandId' | 'resource' | 'lane' | 'area' | 'slots' | 'price' | 'deadlineAt'
>;

/** One slot of an offer or of a demand. */
export type SlotNode = {
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
  { resource, lane, area, slots, price }: Omit<OfferTerms, 'offerId'>,
): readonly SlotNode[] => {
  const place = placeOf({ ...(lane && { lane }), ...(area && { area }) });
  const minor = price?.minor;
  return slots
    .filter(({ quantity }) => quantity > 0)
    .map((slot) => ({
      id,
      slot,
      place,
      minor,
      market: [resource, slot.unit, slot.dayOn].join(' '),
      kind: [slot.from, slot.to, minor ?? '', placeKey(place)].join(' '),
    }));
};

const byPlaceInList = (a: SlotNode, b: SlotNode): number =>
  compare(a.id, b.id) || compare(a.slot.from, b.slot.from) || compare(a.slot.to, b.slot.to);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The slots of all offers, in order of their ids. */
export const nodesOfOffers = (offers: readonly OfferTerms[]): readonly SlotNode[] =>
  offers.flatMap((offer) => nodesOf(offer.offerId, offer)).sort(byPlaceInList);

/** The slots of all demands, in order of their ids. */
export const nodesOfDemands = (demands: readonly DemandTerms[]): readonly SlotNode[] =>
  demands.flatMap((demand) => nodesOf(demand.demandId, demand)).sort(byPlaceInList);
