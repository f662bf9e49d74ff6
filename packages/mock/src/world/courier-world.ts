import type { MockOptions } from '../engine/options.ts';
import type { Network } from './network.ts';
import type { Scenario } from './scenario.ts';

/** What a courier offers: the part of the world that its behaviours read. */
export type CourierWorld = {
  readonly carrierCode: string;
  readonly products: readonly string[];
  /** Products of which somebody decides order by order, and how long that takes. */
  readonly slowProducts: readonly string[];
  readonly decisionDelay: string;
  /** Divisions that are not served, as leading digits of their codes. */
  readonly unservedRegions: readonly string[];
  readonly maxWeightGrams: number;
  readonly maxHeavyWeightGrams: number;
  readonly maxSideMillimetres: number;
  /** Numbers that an account may have in all. */
  readonly accountBalance: number;
  readonly accountBalances: Readonly<Record<string, number>>;
  readonly labelFormats: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** By which hubs its parcels go; absent: each district has one of its own. */
  readonly network?: Network;
};

const DEFAULTS: CourierWorld = {
  carrierCode: 'ZZ',
  products: ['STANDARD', 'EXPRESS', 'ECONOMY', 'SAME_DAY', 'NEXT_DAY', 'HEAVY'],
  slowProducts: ['HEAVY'],
  decisionDelay: 'PT10M',
  unservedRegions: ['4603'],
  maxWeightGrams: 50_000,
  maxHeavyWeightGrams: 500_000,
  maxSideMillimetres: 3_000,
  accountBalance: 1_000_000,
  accountBalances: {},
  labelFormats: ['SVG_100X180', 'SVG_76X130', 'PDF_100X180', 'PDF_76X130', 'ZPL'],
  scenarios: [],
};

const worlds = new WeakMap<MockOptions, CourierWorld>();

/** The courier's part of the world that was handed in, completed by what a courier usually offers. */
export const courierWorld = (options: MockOptions): CourierWorld => {
  const known = worlds.get(options);
  if (known !== undefined) return known;
  const wished = { ...DEFAULTS, ...options.world } as CourierWorld;
  const canPrint = (format: string): boolean =>
    options.labelPdf !== undefined || !format.startsWith('PDF_');
  const world = { ...wished, labelFormats: wished.labelFormats.filter(canPrint) };
  worlds.set(options, world);
  return world;
};
