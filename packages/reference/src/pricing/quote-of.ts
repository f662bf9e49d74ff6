import type { Money, Quote, QuoteRequest, Tariff, VasOffer } from '@openwaybill/schemas';
import { billedWeight } from './billed-weight.ts';
import { dividedUp, exactMinor } from './exact.ts';
import { zoneOf } from './zone-of.ts';

type Line = Quote['lines'][number];
type VasCode = VasOffer['vasCode'];

/** What a price is taken from. */
export type PriceList = {
  readonly tariff: Tariff;
  readonly offers: readonly VasOffer[];
};

/** Why there is no price. The pointer is into the request. */
export type NoPrice = {
  readonly ok: false;
  readonly code: 'UNSERVICEABLE' | 'RULE_VIOLATION';
  readonly reason:
    | 'NO_ZONE'
    | 'NO_BRACKET'
    | 'SERVICE_NOT_OFFERED'
    | 'NO_DECLARED_VALUE'
    | 'ANOTHER_CURRENCY'
    | 'BEYOND_EXACT';
  readonly pointer: string;
};

/** A price, line by line. */
export type Priced = {
  readonly ok: true;
  readonly lines: readonly Line[];
  readonly total: Money;
  readonly billedWeightGrams: number;
};

const none = (code: NoPrice['code'], reason: NoPrice['reason'], pointer: string): NoPrice => ({
  ok: false,
  code,
  reason,
  pointer,
});

const weightLines = (
  { firstGrams, firstPrice, stepGrams, stepPrice }: Tariff['brackets'][number],
  { grams, basis }: { readonly grams: number; readonly basis: 'WEIGHT' | 'VOLUMETRIC' },
): readonly (Line | undefined)[] => {
  const steps = grams > firstGrams ? dividedUp(BigInt(grams - firstGrams), BigInt(stepGrams)) : 0n;
  const continued = exactMinor([steps * BigInt(stepPrice.minor)]);
  return [
    {
      component: 'FIRST_WEIGHT',
      basis,
      unitGrams: firstGrams,
      unitPrice: firstPrice,
      amount: firstPrice,
    },
    ...(steps === 0n
      ? []
      : [
          continued === undefined
            ? undefined
            : ({
                component: 'CONTINUED_WEIGHT',
                basis,
                unitGrams: stepGrams,
                unitPrice: stepPrice,
                amount: { currency: stepPrice.currency, minor: continued },
              } as const),
        ]),
  ];
};

/** A share of the declared value, rounded up to a minor unit. */
const shareOf = ({ currency, minor }: Money, perMille: number): Money | undefined => {
  const share = exactMinor([dividedUp(BigInt(minor) * BigInt(perMille), 1000n)]);
  return share === undefined ? undefined : { currency, minor: share };
};

/** What a service costs: by its offer, else by the surcharge that the tariff has for it. */
const serviceLine = (
  vasCode: VasCode,
  at: number,
  { tariff, offers }: PriceList,
  declaredValue: Money | undefined,
): Line | NoPrice => {
  const offer = offers.find((one) => one.vasCode === vasCode);
  const surcharge = tariff.surcharges?.find((one) => one.vasCode === vasCode);
  if (offer?.perMille !== undefined) {
    if (declaredValue === undefined)
      return none('RULE_VIOLATION', 'NO_DECLARED_VALUE', '/declaredValue');
    const amount = shareOf(declaredValue, offer.perMille);
    return amount === undefined
      ? none('RULE_VIOLATION', 'BEYOND_EXACT', '/declaredValue')
      : { component: 'VAS', basis: 'VALUE', vasCode, amount };
  }
  const amount = offer?.amount ?? surcharge?.amount;
  return amount === undefined
    ? none('UNSERVICEABLE', 'SERVICE_NOT_OFFERED', `/vas/${at}`)
    : { component: 'VAS', basis: 'PIECE', vasCode, amount };
};

/** Surcharges for a component, one line a component: those for a packaging only when it is asked for. */
const surchargeLines = (
  { surcharges = [] }: Tariff,
  packClass: QuoteRequest['packClass'],
): readonly (Line | undefined)[] => {
  const charged = surcharges.filter(
    (one) => one.packClass === undefined || one.packClass === packClass,
  );
  const components = new Set(charged.flatMap(({ component }) => component ?? []));
  return [...components].map((component) => {
    const amounts = charged.filter((one) => one.component === component).map((one) => one.amount);
    const minor = exactMinor(amounts.map((amount) => amount.minor));
    const [first] = amounts;
    return minor === undefined || first === undefined
      ? undefined
      : { component, basis: 'PIECE', amount: { currency: first.currency, minor } };
  });
};

const isNoPrice = (line: Line | NoPrice): line is NoPrice => 'ok' in line;

/**
 * What a package costs: the bracket of its billed weight in the zone of its destination, then what was chosen beside
 * it. Equal requests have equal prices, and nothing is charged that was not asked for.
 */
export const quoteOf = (
  { destination, weightGrams, dimensions, vas = [], packClass, declaredValue }: QuoteRequest,
  prices: PriceList,
): Priced | NoPrice => {
  const { tariff } = prices;
  const zoneCode = zoneOf(tariff, destination);
  if (zoneCode === undefined) return none('UNSERVICEABLE', 'NO_ZONE', '/destination');
  const billed = billedWeight(weightGrams, dimensions, tariff.volumetricDivisor);
  const bracket = tariff.brackets.find(
    (one) =>
      one.zoneCode === zoneCode && one.fromGrams < billed.grams && billed.grams <= one.toGrams,
  );
  if (bracket === undefined) return none('UNSERVICEABLE', 'NO_BRACKET', '/weightGrams');
  const services = vas.map((code, at) => serviceLine(code, at, prices, declaredValue));
  const refused = services.find(isNoPrice);
  if (refused !== undefined) return refused;
  const lines = [
    ...weightLines(bracket, billed),
    ...services.filter((line): line is Line => !isNoPrice(line)),
    ...surchargeLines(tariff, packClass),
  ];
  const sound = lines.filter((line) => line !== undefined);
  const minor = exactMinor(sound.map(({ amount }) => amount.minor));
  if (minor === undefined || sound.length < lines.length)
    return none('RULE_VIOLATION', 'BEYOND_EXACT', '');
  const { currency } = bracket.firstPrice;
  return sound.every(({ amount }) => amount.currency === currency)
    ? { ok: true, lines: sound, total: { currency, minor }, billedWeightGrams: billed.grams }
    : none('RULE_VIOLATION', 'ANOTHER_CURRENCY', '/declaredValue');
};
