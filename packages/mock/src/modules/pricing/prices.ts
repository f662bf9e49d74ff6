import {
  type NoPrice,
  type PriceList,
  quoteOf,
  tariffInForce,
} from '@openwaybill/reference/pricing';
import type { QuoteRequest, Tariff, VasOffer } from '@openwaybill/schemas';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import { restrictionsOf } from '../../orders/serviceability.ts';
import type { Unit } from '../../store/unit.ts';
import { localDate } from '../../waybills/local-date.ts';
import { courierWorld } from '../../world/courier-world.ts';

/** Where a request says what is not served. */
const POINTERS: Readonly<Record<string, string>> = {
  OUT_OF_AREA: '/destination',
  PRODUCT_NOT_OFFERED: '/product',
  OVERWEIGHT: '/weightGrams',
  OVERSIZE: '/dimensions',
};

/** A reason as the name of a rule: `no-bracket`. */
const ruleOf = (reason: string): string => reason.toLowerCase().replaceAll('_', '-');

const refusalOf = ({
  code,
  reason,
  pointer,
}: Omit<NoPrice, 'ok' | 'reason'> & { readonly reason: string }) =>
  new Refusal(code, { issues: [{ pointer, rule: ruleOf(reason), params: {} }] });

/** What this courier charges on the day of an instant. */
export const pricesOn = async (unit: Unit, now: string): Promise<PriceList | undefined> => {
  const tariffs = await unit.list({ collection: 'tariffs' });
  const offers = await unit.list({ collection: 'vas-offers' });
  const tariff = tariffInForce(
    tariffs.map((row) => row.body as Tariff),
    localDate(now),
  );
  return tariff === undefined
    ? undefined
    : { tariff, offers: offers.map((row) => row.body as VasOffer) };
};

/** What a package costs today. Refuses what the courier would not carry, as its answer to an order would. */
export const priceOf = async (system: System, unit: Unit, now: string, request: QuoteRequest) => {
  const [restriction] = restrictionsOf(courierWorld(system.options), request);
  if (restriction !== undefined)
    throw refusalOf({
      code: 'UNSERVICEABLE',
      reason: restriction,
      pointer: POINTERS[restriction] ?? '',
    });
  const prices = await pricesOn(unit, now);
  if (prices === undefined)
    throw refusalOf({ code: 'UNSERVICEABLE', reason: 'NO_TARIFF', pointer: '' });
  const priced = quoteOf(request, prices);
  if (!priced.ok) throw refusalOf(priced);
  return priced;
};
