// Seconds that the reference matcher needs for a hub's market, and the empty metres that it saves.
// Every result is proven best in whole numbers, or the matcher throws: its gap is 0.
// Run: node --conditions=@openwaybill/source packages/reference/bench/capacity.ts [offers] [demands] [days] [seed]
import {
  type DemandTerms,
  loadSolver,
  matchCapacity,
  type OfferTerms,
} from '@openwaybill/reference/capacity';

const [OFFERS = 10_000, DEMANDS = 10_000, DAYS = 14, SEED = 1] = process.argv.slice(2).map(Number);

/** Mulberry32: the same seed gives the same market. */
const randomOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) % below;
  };
};
const below = randomOf(SEED);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;

/** Prefectures of a province and districts of its port, at places of our own invention, in metres. */
const CODES = [
  ...Array.from({ length: 14 }, (_, index) => `21${String(index + 1).padStart(2, '0')}00`),
  ...['210202', '210203', '210204', '210211', '210212', '210213', '210214', '210281', '210283'],
];
const places = new Map(CODES.map((code) => [code, [below(500_000), below(400_000)] as const]));
const metresBetween = (from: string, to: string): number => {
  const [x1 = 0, y1 = 0] = places.get(from) ?? [];
  const [x2 = 0, y2 = 0] = places.get(to) ?? [];
  return Math.round(Math.hypot(x1 - x2, y1 - y2));
};

const WINDOWS = [
  ['06:00', '12:00'],
  ['12:00', '18:00'],
  ['18:00', '24:00'],
] as const;
const UNITS = {
  PICKUP: 'PARCEL',
  LINEHAUL: 'CUBIC_METRE',
  SORTING: 'PARCEL',
  LAST_MILE: 'PARCEL',
  WAREHOUSE: 'CUBIC_METRE',
  LOCKER_CELLS: 'CELL',
} as const;
type Resource = keyof typeof UNITS;

const regionOf = (regionCode: string) => ({
  countryCode: 'CN',
  regionCode,
  regionCodeVersion: 'NBS-2023',
});

const terms = (minor: number): Omit<OfferTerms, 'offerId'> => {
  // four in ten are line haul, where empty runs are
  const resource = below(10) < 4 ? 'LINEHAUL' : oneOf(Object.keys(UNITS) as Resource[]);
  const from = oneOf(CODES);
  const unit = UNITS[resource];
  const slots = Array.from({ length: 2 }, () => {
    const [begin, end] = oneOf(WINDOWS);
    const dayOn = `2026-11-${String(10 + below(DAYS)).padStart(2, '0')}`;
    return { dayOn, from: begin, to: end, quantity: 1 + below(200), unit };
  });
  return {
    resource,
    ...(resource === 'LINEHAUL'
      ? {
          lane: {
            from: regionOf(from),
            to: regionOf(oneOf(CODES.filter((code) => code !== from))),
          },
        }
      : { area: [regionOf(from)] }),
    slots: [...new Map(slots.map((slot) => [slot.dayOn + slot.from, slot])).values()],
    price: { currency: 'CNY', minor },
  };
};

const id = (kind: number, index: number): string =>
  `019398a0-0000-7${kind}00-8000-${String(index).padStart(12, '0')}`;
const offers = Array.from(
  { length: OFFERS },
  (_, index): OfferTerms => ({ offerId: id(1, index), ...terms(40 + 2 * below(40)) }),
);
const demands = Array.from(
  { length: DEMANDS },
  (_, index): DemandTerms => ({
    demandId: id(2, index),
    ...terms(60 + 5 * below(20)),
    deadlineAt: '2026-11-30T00:00:00+08:00',
  }),
);

const highs = await loadSolver();
const begin = performance.now();
const usedBefore = process.cpuUsage().user;
const { matches, totals } = matchCapacity(highs, {
  offers,
  demands,
  metresBetween,
  currency: 'CNY',
  at: '2026-11-01T00:00:00+08:00',
});
const seconds = (performance.now() - begin) / 1000;
const processorSeconds = (process.cpuUsage().user - usedBefore) / 1e6;
const kilometres = (metres: number): string => Math.round(metres / 1000).toLocaleString('en');
console.log(
  [
    `${OFFERS} offers x ${DEMANDS} demands over ${DAYS} days: ${processorSeconds.toFixed(1)} s of processor, ${seconds.toFixed(1)} s of the clock`,
    `${matches.length} matches of ${totals.quantity} units, proven best (gap 0)`,
    `${kilometres(totals.emptyMetresSaved)} of ${kilometres(totals.emptyMetresBefore)} empty km saved`,
    `(${((100 * totals.emptyMetresSaved) / totals.emptyMetresBefore).toFixed(1)} %)`,
  ].join('\n'),
);
