import type { ChargeAdvice, Dimensions, Quote, QuoteRequest } from '@openwaybill/schemas';
import { exactMinor, type NoPrice, type PriceList, quoteOf } from '../pricing/index.ts';

/** A quote with what it was asked for; it binds until `validUntilAt`. */
export type GivenQuote = {
  readonly request: QuoteRequest;
  readonly quote: Pick<Quote, 'quoteId' | 'lines' | 'total' | 'validUntilAt'>;
};

/** What was carried. */
export type Carried = {
  readonly waybillNo: string;
  /** As it was ordered, with the services that were chosen. */
  readonly request: QuoteRequest;
  readonly orderedAt: string;
  readonly actualWeightGrams: number;
  readonly actualDimensions?: Dimensions;
};

/** An advice without the members of its storage. */
export type AdviceDraft = Omit<ChargeAdvice, 'revision' | 'createdAt' | 'updatedAt' | 'extensions'>;

const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame(a[name as keyof typeof a], b[name as keyof typeof b]))
  );
};

/**
 * The charges of what was carried: those of the quote where it was valid and nothing differs from what it was asked
 * for, else those of the price list for what was weighed, with the variance from the quote.
 */
export const adviceOf = (
  { waybillNo, request, orderedAt, actualWeightGrams, actualDimensions }: Carried,
  prices: PriceList,
  given?: GivenQuote,
): { readonly ok: true; readonly advice: AdviceDraft } | NoPrice => {
  const weighed: QuoteRequest = {
    ...request,
    weightGrams: actualWeightGrams,
    ...(actualDimensions === undefined ? {} : { dimensions: actualDimensions }),
  };
  const priced = quoteOf(weighed, prices);
  if (!priced.ok) return priced;
  const isHonoured =
    given !== undefined &&
    isSame(weighed, given.request) &&
    Date.parse(orderedAt) <= Date.parse(given.quote.validUntilAt);
  const { lines, total } = isHonoured ? given.quote : priced;
  const variance =
    given === undefined ? undefined : exactMinor([total.minor, -given.quote.total.minor]);
  return {
    ok: true,
    advice: {
      waybillNo,
      actualWeightGrams,
      billedWeightGrams: priced.billedWeightGrams,
      lines: lines.map(({ component, amount, vasCode }) => ({
        component,
        amount,
        ...(vasCode === undefined ? {} : { vasCode }),
      })),
      total,
      ...(given === undefined || variance === undefined
        ? {}
        : { quoteId: given.quote.quoteId, varianceMinor: variance }),
    },
  };
};
