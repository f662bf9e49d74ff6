import type { Order, OrderSubmission, Quote, QuoteRequest } from '@openwaybill/schemas';
import { DAY, instantOf } from '../../engine/clock.ts';
import { ruleViolated } from '../../engine/refusal.ts';
import { isSameValue } from '../../engine/same-value.ts';
import type { System } from '../../engine/system.ts';
import { lanesOf, transitDays } from '../../orders/serviceability.ts';
import {
  changeResource,
  collectionNamed,
  findResource,
  listResources,
} from '../../resources/change.ts';
import type { Happening, Hooks, Resource } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import type { Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';
import { priceOf } from './prices.ts';

const VALIDITY = DAY;
/** What a quote was asked for: the quote itself does not say it. */
const ASKED = 'quote-request';

type Given = { readonly quote: Quote; readonly request: QuoteRequest };

const requestOf = (unit: Unit, quoteId: string): Soon<QuoteRequest | undefined> =>
  unit.get<QuoteRequest>(ASKED, quoteId);

/** A quote of an organisation with what it was asked for. */
export const findQuote = async (
  system: System,
  unit: Unit,
  owner: string,
  quoteId: string,
): Promise<Given | undefined> => {
  const found = await findResource(unit, collectionNamed(system, 'quotes'), owner, quoteId);
  const request = await requestOf(unit, quoteId);
  return found === undefined || request === undefined
    ? undefined
    : { quote: found.resource as Quote, request };
};

/** The quote that still holds for the same request: what it says is said again, whatever the tariff is now. */
const standing = async (
  happening: Happening,
  request: QuoteRequest,
): Promise<Quote | undefined> => {
  const { system, unit, owner, now } = happening;
  const quotes = await listResources(unit, collectionNamed(system, 'quotes'), owner);
  for (const quote of quotes as readonly Quote[]) {
    const isOver = Date.parse(quote.validUntilAt) <= Date.parse(now);
    if (!isOver && isSameValue(await requestOf(unit, quote.quoteId), request)) return quote;
  }
  return undefined;
};

/** Lines and total of a new quote, and until when they hold. */
const quoted = async (happening: Happening, next: Resource): Promise<Resource> => {
  const { system, unit, now } = happening;
  const request = happening.body as QuoteRequest;
  const known = await standing(happening, request);
  const { lines, total } = known ?? (await priceOf(system, unit, now, request));
  const [minTransitDayCount, maxTransitDayCount] = transitDays(request);
  unit.put(recordRow(ASKED, next.quoteId, happening.owner, now, request));
  return {
    ...next,
    lines,
    total,
    validUntilAt: known?.validUntilAt ?? instantOf(Date.parse(now) + VALIDITY),
    minTransitDayCount,
    maxTransitDayCount,
  };
};

export const quotes: Hooks = {
  // a lane that is not served is refused where its price is looked up, at the member that says so
  guards: () => ({ LANE_SERVED: true, EQUAL_INPUTS: true }),
  draft: (happening, next, before) => (before === undefined ? quoted(happening, next) : next),
};

const divisionOf = (code: string | undefined): string | undefined => code?.slice(0, 6);

/** Whether an order is what a quote was asked for; what the order leaves open agrees. */
const isEqual = (
  order: Pick<OrderSubmission, 'shipper' | 'consignee' | 'packages' | 'service'>,
  request: QuoteRequest,
): boolean => {
  const [lane, ...more] = lanesOf(order);
  if (lane === undefined || more.length > 0) return false;
  const services = (codes: readonly string[] | undefined) => [...(codes ?? [])].sort().join();
  return (
    lane.product === request.product &&
    divisionOf(lane.origin.regionCode) === divisionOf(request.origin.regionCode) &&
    divisionOf(lane.destination.regionCode) === divisionOf(request.destination.regionCode) &&
    (lane.weightGrams === undefined || lane.weightGrams === request.weightGrams) &&
    (lane.dimensions === undefined || isSameValue(lane.dimensions, request.dimensions)) &&
    services(order.service.vas) === services(request.vas)
  );
};

/** Refuses an order that names a quote that is unknown, over or for something else. */
export const demandQuote = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  submission: OrderSubmission | Omit<OrderSubmission, 'remark'>,
): Promise<void> => {
  const { quoteId } = submission;
  if (quoteId === undefined) return;
  const given = await findQuote(system, unit, owner, quoteId);
  const holds =
    given !== undefined &&
    given.quote.status === 'OPEN' &&
    Date.parse(now) <= Date.parse(given.quote.validUntilAt) &&
    isEqual(submission, given.request);
  if (!holds) throw ruleViolated('/quoteId', 'PRC-004');
};

/** An accepted order uses its quote up. One that has expired meanwhile is honoured and stays expired. */
export const useQuote = async (
  system: System,
  unit: Unit,
  now: string,
  owner: string,
  { quoteId }: Pick<Order, 'quoteId'>,
): Promise<void> => {
  if (quoteId === undefined) return;
  const given = await findQuote(system, unit, owner, quoteId);
  if (given?.quote.status !== 'OPEN') return;
  const happening = { system, unit, now, owner, on: 'ORDER_NAMES_QUOTE', path: {}, body: {} };
  const collection = collectionNamed(system, 'quotes');
  await changeResource(happening, collection, { ...given.quote, status: 'USED' }, given.quote);
};
