import type { CapacitySlot, MatchProposal } from '@openwaybill/schemas';
import type { Highs } from 'highs';
import { bestFace } from './best-face.ts';
import { movableEdges } from './closed-walks.ts';
import { firstOfEquals, type Members } from './first-of-equals.ts';
import { emptyMetres, type MetresBetween, placeKey, runMetres } from './place.ts';
import { slotInstant } from './slot-instant.ts';
import {
  type DemandTerms,
  nodesOfDemands,
  nodesOfOffers,
  type OfferTerms,
  type SlotNode,
} from './slot-node.ts';
import { componentsOf, type Edge, type Transport } from './transport.ts';

/** What is to be matched. Quantities of slots are what is left of them. */
export type MatchInput = {
  readonly offers: readonly OfferTerms[];
  readonly demands: readonly DemandTerms[];
  readonly metresBetween: MetresBetween;
  /** Prices of other currencies cannot be compared: their offers and demands take no part. */
  readonly currency: string;
  /** Demands whose deadline is not after it take no part. */
  readonly at: string;
};

/** The terms of a proposal; who may see it, and until when, is left to the hub. */
export type Match = Pick<
  MatchProposal,
  | 'offerId'
  | 'demandId'
  | 'slotOn'
  | 'slotStartsAt'
  | 'slotEndsAt'
  | 'quantity'
  | 'unit'
  | 'price'
  | 'score'
> & {
  /** The slot of the demand that it serves, which the hub remembers and nobody is told. */
  readonly demandSlot: Pick<CapacitySlot, 'dayOn' | 'from' | 'to' | 'unit'>;
};

/** All matches, and what they save against every vehicle driving home empty. */
export type Matching = {
  readonly matches: readonly Match[];
  readonly totals: {
    readonly quantity: number;
    /** Metres that the vehicles of all lanes offered would drive empty. */
    readonly emptyMetresBefore: number;
    readonly emptyMetresSaved: number;
  };
};

const groupsOf = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

const amountOf = (nodes: readonly SlotNode[]): number =>
  nodes.reduce((sum, { slot }) => sum + slot.quantity, 0);

const meets = (offered: SlotNode, wanted: SlotNode): boolean =>
  (offered.party === undefined || offered.party !== wanted.party) &&
  offered.slot.from < wanted.slot.to &&
  wanted.slot.from < offered.slot.to &&
  (offered.minor === undefined || wanted.minor === undefined || offered.minor <= wanted.minor);

/** A kind by one of its nodes, and the number that it has in the transport. */
type Numbered = { readonly number: number; readonly node: SlotNode };

/** The kinds of each place: there are many kinds and few places. */
const byPlace = (kinds: readonly (readonly SlotNode[])[]): readonly (readonly Numbered[])[] =>
  groupsOf(
    kinds.flatMap(([node], number) => (node === undefined ? [] : [{ number, node }])),
    ({ node }) => placeKey(node.place),
  );

const transportOf = (
  offered: readonly (readonly SlotNode[])[],
  wanted: readonly (readonly SlotNode[])[],
  metresBetween: MetresBetween,
): Transport => {
  const edges: Edge[] = [];
  const wantedPlaces = byPlace(wanted);
  for (const givers of byPlace(offered))
    for (const takers of wantedPlaces) {
      const [giverPlace, takerPlace] = [givers[0]?.node.place, takers[0]?.node.place];
      if (giverPlace === undefined || takerPlace === undefined) continue;
      const metres = emptyMetres(giverPlace, takerPlace, metresBetween);
      if (metres === undefined) continue;
      for (const giver of givers)
        for (const taker of takers)
          if (meets(giver.node, taker.node))
            edges.push({
              supply: giver.number,
              need: taker.number,
              costs: [metres, giver.node.minor ?? 0],
            });
    }
  return { supplies: offered.map(amountOf), needs: wanted.map(amountOf), edges };
};

/** The nodes of the groups with these numbers, in order, and each group as places among them. */
const membersOf = (
  groups: readonly (readonly SlotNode[])[],
  numbers: readonly number[],
  order: ReadonlyMap<SlotNode, number>,
): Members & { readonly nodes: readonly SlotNode[] } => {
  const place = (node: SlotNode): number => order.get(node) ?? 0;
  const nodes = numbers
    .flatMap((number) => groups[number] ?? [])
    .sort((a, b) => place(a) - place(b));
  const index = new Map(nodes.map((node, at) => [node, at]));
  return {
    nodes,
    amounts: nodes.map(({ slot }) => slot.quantity),
    groups: numbers.map((number) => (groups[number] ?? []).map((node) => index.get(node) ?? 0)),
  };
};

type Found = {
  readonly giver: SlotNode;
  readonly taker: SlotNode;
  readonly quantity: number;
  readonly costs: readonly number[];
};

const matchMarket = (
  highs: Highs,
  givers: readonly SlotNode[],
  takers: readonly SlotNode[],
  metresBetween: MetresBetween,
): readonly Found[] => {
  const offered = groupsOf(givers, ({ kind }) => kind);
  const wanted = groupsOf(takers, ({ kind }) => kind);
  const orderOfGivers = new Map(givers.map((node, index) => [node, index]));
  const orderOfTakers = new Map(takers.map((node, index) => [node, index]));
  return componentsOf(transportOf(offered, wanted, metresBetween)).flatMap((component) => {
    const face = bestFace(highs, component);
    const supply = membersOf(offered, component.supplyNumbers, orderOfGivers);
    const need = membersOf(wanted, component.needNumbers, orderOfTakers);
    const shares = firstOfEquals(component, face, movableEdges(component, face), supply, need);
    return shares.map((share) => ({
      giver: supply.nodes[share.supply] as SlotNode,
      taker: need.nodes[share.need] as SlotNode,
      quantity: share.quantity,
      costs: component.edges[share.edge]?.costs ?? [],
    }));
  });
};

const saved = ({ giver, quantity, costs }: Found, metresBetween: MetresBetween): number => {
  const metres = runMetres(giver.place, metresBetween) - (costs[0] ?? 0);
  return Number((BigInt(quantity) * BigInt(metres)) / BigInt(giver.slot.quantity));
};

const isComparable = (
  { price }: Pick<OfferTerms, 'price'>,
  { currency }: Pick<MatchInput, 'currency'>,
): boolean => price === undefined || price.currency === currency;

const compareFound = (a: Found, b: Found): number =>
  (a.costs[0] ?? 0) - (b.costs[0] ?? 0) ||
  (a.costs[1] ?? 0) - (b.costs[1] ?? 0) ||
  compareText(a.giver.id, b.giver.id) ||
  compareText(a.taker.id, b.taker.id) ||
  compareText(keyOfSlot(a), keyOfSlot(b));

const keyOfSlot = ({ giver: { slot }, taker }: Found): string =>
  [slot.dayOn, slot.from, slot.to, slot.unit, taker.slot.from, taker.slot.to].join(' ');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The parties that both offer and ask. */
const twoSidedIn = ({ offers, demands }: MatchInput): ReadonlySet<string> => {
  const asking = new Set(demands.map(({ party }) => party));
  return new Set(
    offers.flatMap(({ party }) => (party !== undefined && asking.has(party) ? [party] : [])),
  );
};

/**
 * The reference matcher: the largest quantity; of all ways to match it those with the fewest empty metres, of these the
 * cheapest, and of these the first by offer and demand. The same input gives the same matches in the same order,
 * however it is sorted.
 */
export const matchCapacity = (highs: Highs, input: MatchInput): Matching => {
  const { metresBetween, at } = input;
  const twoSided = twoSidedIn(input);
  const givers = nodesOfOffers(
    input.offers.filter((offer) => isComparable(offer, input)),
    twoSided,
  );
  const takers = nodesOfDemands(
    input.demands.filter(
      (demand) => isComparable(demand, input) && Date.parse(demand.deadlineAt) > Date.parse(at),
    ),
    twoSided,
  );
  const wanted = new Map(
    groupsOf(takers, ({ market }) => market).map((one) => [one[0]?.market, one]),
  );
  const found = groupsOf(givers, ({ market }) => market)
    .flatMap((market) =>
      matchMarket(highs, market, wanted.get(market[0]?.market) ?? [], metresBetween),
    )
    .sort(compareFound);
  const prices = new Map(input.offers.map(({ offerId, price }) => [offerId, price]));
  const ranks = new Map<string, number>();
  const matches = found.map((one): Match => {
    const { giver, taker, quantity } = one;
    const serviceRank = (ranks.get(taker.id) ?? 0) + 1;
    ranks.set(taker.id, serviceRank);
    const price = prices.get(giver.id);
    const { dayOn, from, to, unit } = giver.slot;
    return {
      offerId: giver.id,
      demandId: taker.id,
      slotOn: dayOn,
      slotStartsAt: slotInstant(dayOn, from),
      slotEndsAt: slotInstant(dayOn, to),
      quantity,
      unit,
      ...(price === undefined ? {} : { price }),
      score: {
        emptyMetresSaved: saved(one, metresBetween),
        costMinor: quantity * (giver.minor ?? 0),
        serviceRank,
      },
      demandSlot: { dayOn, from: taker.slot.from, to: taker.slot.to, unit },
    };
  });
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  return {
    matches,
    totals: {
      quantity: sum(matches.map(({ quantity }) => quantity)),
      emptyMetresBefore: sum(givers.map(({ place }) => runMetres(place, metresBetween))),
      emptyMetresSaved: sum(matches.map(({ score }) => score.emptyMetresSaved)),
    },
  };
};
