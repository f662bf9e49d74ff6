import type { Location, Region } from '@openwaybill/schemas';

/** Where parcels are sorted: a place, and the divisions that it serves by the first digits of their codes. */
export type Hub = Location & {
  readonly facilityId: string;
  readonly facilityType: 'HUB';
  readonly serves: readonly string[];
};

/** By which hubs a courier's parcels go; a line is a road, with the hours that a lorry needs on it. */
export type Network = {
  readonly hubs: readonly Hub[];
  readonly lines: readonly {
    readonly between: readonly [string, string];
    readonly hours: number;
  }[];
};

/** A hub that a parcel passes, and the hours from the hub before it. */
export type Stop = { readonly hub: Hub; readonly hours: number };

/** Thrown for a network that names what is not there, or that does not hold together. */
export class BrokenNetwork extends Error {
  override readonly name = 'BrokenNetwork';
}

/** The hub that serves a division: whose digits say the most of its code. */
export const hubOf = (
  { hubs }: Network,
  { regionCode = '' }: Pick<Region, 'regionCode'>,
): Hub | undefined => {
  let best: { readonly hub: Hub; readonly length: number } | undefined;
  for (const hub of hubs)
    for (const digits of hub.serves)
      if (regionCode.startsWith(digits) && digits.length > (best?.length ?? -1))
        best = { hub, length: digits.length };
  return best?.hub;
};

const neighboursOf = ({ hubs, lines }: Network): ReadonlyMap<string, readonly Stop[]> => {
  const byId = new Map(hubs.map((hub) => [hub.facilityId, hub]));
  const neighbours = new Map<string, Stop[]>(hubs.map(({ facilityId }) => [facilityId, []]));
  for (const { between, hours } of lines)
    for (const [from, to] of [between, between.toReversed()]) {
      const hub = byId.get(to ?? '');
      const known = neighbours.get(from ?? '');
      if (hub === undefined || known === undefined)
        throw new BrokenNetwork(`the line ${between.join(' – ')} ends at no hub`);
      known.push({ hub, hours });
    }
  return neighbours;
};

/** Every way from one hub, by the fewest hours (Dijkstra). */
const waysFrom = (network: Network, first: Hub): ReadonlyMap<string, readonly Stop[]> => {
  const neighbours = neighboursOf(network);
  const ways = new Map<string, readonly Stop[]>();
  const open = new Map<string, { readonly hours: number; readonly stops: readonly Stop[] }>([
    [first.facilityId, { hours: 0, stops: [{ hub: first, hours: 0 }] }],
  ]);
  while (open.size > 0) {
    const [at, { hours, stops }] = [...open].reduce((least, one) =>
      one[1].hours < least[1].hours ? one : least,
    );
    open.delete(at);
    ways.set(at, stops);
    for (const stop of neighbours.get(at) ?? []) {
      const { facilityId } = stop.hub;
      const total = hours + stop.hours;
      if (!ways.has(facilityId) && total < (open.get(facilityId)?.hours ?? Infinity))
        open.set(facilityId, { hours: total, stops: [...stops, stop] });
    }
  }
  return ways;
};

const known = new WeakMap<Network, Map<string, ReturnType<typeof waysFrom>>>();

/** The hubs of the way from one division to another, in order; none where a division has no hub. */
export const routeOf = (
  network: Network,
  from: Pick<Region, 'regionCode'>,
  to: Pick<Region, 'regionCode'>,
): readonly Stop[] => {
  const [first, last] = [hubOf(network, from), hubOf(network, to)];
  if (first === undefined || last === undefined) return [];
  const byFirst = known.get(network) ?? new Map<string, ReturnType<typeof waysFrom>>();
  known.set(network, byFirst);
  const ways = byFirst.get(first.facilityId) ?? waysFrom(network, first);
  byFirst.set(first.facilityId, ways);
  const way = ways.get(last.facilityId);
  if (way === undefined)
    throw new BrokenNetwork(`no line leads from ${first.facilityId} to ${last.facilityId}`);
  return way;
};

/** A hub as an event names it. */
export const placeOf = ({ serves: _, ...location }: Hub): Location => location;
