import type { ChargeSplit, Money } from '@openwaybill/schemas';
import { exactMinor, oneCurrency } from './exact.ts';

type Discount = ChargeSplit['discounts'][number];
type Scope = Discount['scope'];

/** What an order costs before anything is given away. */
export type Costs = {
  readonly commodity: Money;
  /** The real price of the delivery, who ever bears it. */
  readonly express: Money;
  readonly vas?: ChargeSplit['vas'];
  readonly packaging?: ChargeSplit['packaging'];
  /** Discounts beside that of free shipping. */
  readonly discounts?: ChargeSplit['discounts'];
  /** Who bears the delivery; absent: the buyer. */
  readonly freeShippingBearer?: NonNullable<ChargeSplit['freeShipping']['bearer']>;
};

/** Why costs cannot be split. */
export type Unsplit = {
  readonly ok: false;
  readonly reason:
    | 'CURRENCIES_DIFFER'
    | 'DISCOUNT_NEGATIVE'
    | 'DISCOUNT_ABOVE_SCOPE'
    | 'BEYOND_EXACT';
  readonly scope?: Scope;
};

const SCOPES: readonly Scope[] = ['COMMODITY', 'EXPRESS', 'VAS', 'PACKAGING'];

const minorsOf = (parts: readonly { readonly amount: Money }[]): readonly number[] =>
  parts.map(({ amount }) => amount.minor);

/**
 * The split that a buyer is shown: goods apart from the delivery. Free shipping is the real price of the delivery with
 * a discount of scope EXPRESS for what is left of it, and never a delivery that costs nothing.
 */
export const splitCharges = ({
  commodity,
  express,
  vas = [],
  packaging = [],
  discounts: given = [],
  freeShippingBearer: bearer,
}: Costs): { readonly ok: true; readonly split: ChargeSplit } | Unsplit => {
  const currency = oneCurrency([
    commodity,
    express,
    ...[...vas, ...packaging, ...given].map(({ amount }) => amount),
  ]);
  if (currency === undefined) return { ok: false, reason: 'CURRENCIES_DIFFER' };
  const negative = given.find(({ amount }) => amount.minor < 0);
  if (negative !== undefined)
    return { ok: false, reason: 'DISCOUNT_NEGATIVE', scope: negative.scope };
  const off = (scope: Scope) =>
    exactMinor(minorsOf(given.filter((discount) => discount.scope === scope)));
  const rest = exactMinor([express.minor, -(off('EXPRESS') ?? 0)]);
  const isTold = given.some(({ scope }) => scope === 'EXPRESS');
  const isFree = bearer !== undefined && rest !== undefined && (rest > 0 || !isTold);
  const discounts: ChargeSplit['discounts'] = isFree
    ? [...given, { scope: 'EXPRESS', amount: { currency, minor: rest } }]
    : given;
  const charged: Readonly<Record<Scope, readonly number[]>> = {
    COMMODITY: [commodity.minor],
    EXPRESS: [express.minor],
    VAS: minorsOf(vas),
    PACKAGING: minorsOf(packaging),
  };
  for (const scope of SCOPES) {
    const sum = exactMinor(charged[scope]);
    const taken = off(scope);
    if (sum === undefined || taken === undefined)
      return { ok: false, reason: 'BEYOND_EXACT', scope };
    if (taken > sum) return { ok: false, reason: 'DISCOUNT_ABOVE_SCOPE', scope };
  }
  const total = exactMinor([
    ...SCOPES.flatMap((scope) => charged[scope]),
    ...minorsOf(discounts).map((minor) => -minor),
  ]);
  if (total === undefined) return { ok: false, reason: 'BEYOND_EXACT' };
  return {
    ok: true,
    split: {
      commodity,
      express,
      vas: [...vas],
      packaging: [...packaging],
      discounts: [...discounts],
      freeShipping: bearer === undefined ? { applies: false } : { applies: true, bearer },
      total: { currency, minor: total },
    },
  };
};
