import type { Match, MatchInput } from '@openwaybill/reference/capacity';
import { metresBetween } from './small-market.ts';

/** A pair that may be matched, with what it costs; one slot each. */
type Pair = {
  readonly offer: number;
  readonly demand: number;
  readonly metres: number;
  readonly minor: number;
};

const pairsOf = ({ offers, demands }: MatchInput): readonly Pair[] =>
  offers.flatMap((offer, o) =>
    demands.flatMap((demand, d) => {
      const [give] = offer.slots;
      const [take] = demand.slots;
      if (give === undefined || take === undefined || !offer.lane || !demand.lane) return [];
      const [oFrom, oTo] = [offer.lane.from.regionCode ?? '', offer.lane.to.regionCode ?? ''];
      const [dFrom, dTo] = [demand.lane.from.regionCode ?? '', demand.lane.to.regionCode ?? ''];
      const metres = metresBetween(oFrom, dFrom) + metresBetween(dTo, oTo);
      const isNearer = metres === 0 || metres < metresBetween(oFrom, oTo);
      const isInTime = give.from < take.to && take.from < give.to;
      const minor = offer.price?.minor ?? 0;
      const isPaid =
        offer.price === undefined || demand.price === undefined || minor <= demand.price.minor;
      return isNearer && isInTime && isPaid ? [{ offer: o, demand: d, metres, minor }] : [];
    }),
  );

const compareText = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The best matching by the words of its definition: every flow is made and compared. For markets of a few pairs alone.
 */
export const bestOfEveryFlow = (
  input: MatchInput,
): readonly Pick<Match, 'offerId' | 'demandId' | 'quantity'>[] => {
  const { offers, demands } = input;
  const pairs = [...pairsOf(input)].sort(
    (a, b) =>
      a.metres - b.metres ||
      a.minor - b.minor ||
      compareText(offers[a.offer]?.offerId, offers[b.offer]?.offerId) ||
      compareText(demands[a.demand]?.demandId, demands[b.demand]?.demandId),
  );
  const left = {
    offers: offers.map(({ slots: [slot] }) => slot?.quantity ?? 0),
    demands: demands.map(({ slots: [slot] }) => slot?.quantity ?? 0),
  };
  const flow = pairs.map(() => 0);
  let best: { readonly rank: readonly number[]; readonly flow: readonly number[] } | undefined;
  const sum = (value: (pair: Pair) => number): number =>
    pairs.reduce((total, pair, index) => total + value(pair) * (flow[index] ?? 0), 0);
  const visit = (index: number): void => {
    const pair = pairs[index];
    if (pair === undefined) {
      const rank = [
        -sum(() => 1),
        sum(({ metres }) => metres),
        sum(({ minor }) => minor),
        ...flow.map((amount) => -amount),
      ];
      const isBetter =
        best === undefined ||
        (() => {
          const at = rank.findIndex((value, place) => value !== best?.rank[place]);
          return at >= 0 && (rank[at] ?? 0) < (best.rank[at] ?? 0);
        })();
      if (isBetter) best = { rank, flow: [...flow] };
      return;
    }
    const most = Math.min(left.offers[pair.offer] ?? 0, left.demands[pair.demand] ?? 0);
    for (let amount = 0; amount <= most; amount++) {
      flow[index] = amount;
      left.offers[pair.offer] = (left.offers[pair.offer] ?? 0) - amount;
      left.demands[pair.demand] = (left.demands[pair.demand] ?? 0) - amount;
      visit(index + 1);
      left.offers[pair.offer] = (left.offers[pair.offer] ?? 0) + amount;
      left.demands[pair.demand] = (left.demands[pair.demand] ?? 0) + amount;
    }
    flow[index] = 0;
  };
  visit(0);
  return pairs.flatMap((pair, index) => {
    const quantity = best?.flow[index] ?? 0;
    return quantity === 0
      ? []
      : [
          {
            offerId: offers[pair.offer]?.offerId ?? '',
            demandId: demands[pair.demand]?.demandId ?? '',
            quantity,
          },
        ];
  });
};
