import { adviceOf, type GivenQuote } from '@openwaybill/reference/settlement';
import type { ChargeAdvice, Order, QuoteRequest, Waybill } from '@openwaybill/schemas';
import type { System } from '../../engine/system.ts';
import { lanesOf } from '../../orders/serviceability.ts';
import { findOrder } from '../../orders/stored-order.ts';
import type { StoredParcel } from '../../parcels/stored-parcel.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Unit } from '../../store/unit.ts';
import { findWaybill } from '../../waybills/stored-waybill.ts';
import { pricesOn } from '../pricing/prices.ts';
import { findQuote } from '../pricing/quotes.ts';
import { choicesOf } from '../pricing/record-vas-choice.ts';

/** What a parcel is taken to weigh whose weight nobody has said. */
const ASSUMED_GRAMS = 1000;

/** What was ordered for a package, as a request for a price: its order, and what was chosen for it since. */
const orderedFor = (
  order: Order,
  waybill: Waybill,
  given: GivenQuote | undefined,
  chosen: readonly NonNullable<QuoteRequest['vas']>[number][],
): QuoteRequest | undefined => {
  const at = order.packages.findIndex(({ packageId }) => packageId === waybill.packageId);
  const lane = lanesOf(order)[at];
  if (lane === undefined) return undefined;
  const vas = [...new Set([...(order.service.vas ?? []), ...chosen])];
  const value = order.packages[at]?.declaredValue;
  return {
    origin: lane.origin,
    destination: lane.destination,
    product: lane.product,
    weightGrams: lane.weightGrams ?? ASSUMED_GRAMS,
    ...(lane.dimensions === undefined ? {} : { dimensions: lane.dimensions }),
    // what the quote was asked for and the order leaves open is as it was asked for
    ...given?.request,
    ...(vas.length === 0 ? {} : { vas }),
    ...(value === undefined ? {} : { declaredValue: value }),
  };
};

/**
 * The charges of a parcel that was taken over, by the weight on its waybill. Orders without separated charges and
 * without a quote are charged by another contract, which is not exchanged.
 */
export const adviseCharges = async (
  system: System,
  unit: Unit,
  now: string,
  { owner, orderNo, waybillNo, packageId }: StoredParcel,
): Promise<void> => {
  const collection = collectionNamed(system, 'charge-advices');
  const order = (await findOrder(unit, owner, orderNo))?.order;
  const waybill = (await findWaybill(unit, waybillNo))?.waybill;
  const prices = await pricesOn(unit, now);
  const isPriced = order?.quoteId !== undefined || order?.charges !== undefined;
  if (order === undefined || waybill === undefined || prices === undefined || !isPriced) return;
  if ((await findResource(unit, collection, owner, waybillNo)) !== undefined) return;
  const given =
    order.quoteId === undefined ? undefined : await findQuote(system, unit, owner, order.quoteId);
  const choices = await choicesOf(system, unit, owner, { orderNo, packageId });
  const request = orderedFor(
    order,
    waybill,
    given,
    choices.map(({ vasCode }) => vasCode),
  );
  if (request === undefined) return;
  const made = adviceOf(
    {
      waybillNo,
      request,
      orderedAt: order.createdAt,
      actualWeightGrams: waybill.weightGrams ?? request.weightGrams,
    },
    prices,
    given,
  );
  // a parcel that no tariff covers was accepted by hand, and is charged by hand
  if (!made.ok) return;
  const happening = { system, unit, now, owner, on: 'PARCEL_WEIGHED', path: {}, body: {} };
  await changeResource(happening, collection, made.advice, undefined);
};

/** The number, the total and the revision; who wants the lines reads them. */
export const adviceIssue = ({ waybillNo, total, revision }: ChargeAdvice, now: string) => ({
  waybillNo,
  total,
  revision,
  occurredAt: now,
});
