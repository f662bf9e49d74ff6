import type { ChargeAdvice, Dimensions, Quote, QuoteRequest } from '@openwaybill/schemas';
import { minorOf, type NoPrice, type PriceList, quoteOf } from '../pricing/index.ts';

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

type Lines = Quote['lines'];

/**
 * What a quote binds to: its own lines where nothing differs from what it was asked for, and the price of services that
 * were chosen since. Nothing where the quote was over, or was for something else.
 */
const honoured = (
  weighed: QuoteRequest,
  orderedAt: string,
  priced: Lines,
  given: GivenQuote | undefined,
): Lines | undefined => {
  if (given === undefined || Date.parse(orderedAt) > Date.parse(given.quote.validUntilAt))
    return undefined;
  const quoted = given.request.vas ?? [];
  const chosen = weighed.vas ?? [];
  const { vas: _, ...bare } = weighed;
  const asQuoted = given.request.vas === undefined ? bare : { ...bare, vas: given.request.vas };
  if (!quoted.every((code) => chosen.includes(code)) || !isSame(asQuoted, given.request))
    return undefined;
  const isNew = ({ vasCode }: Lines[number]): boolean =>
    vasCode !== undefined && !quoted.includes(vasCode);
  return [...given.quote.lines, ...priced.filter(isNew)];
};

/**
 * The charges of what was carried: those of the quote where it binds, else those of the price list for what was
 * weighed, with the variance from the quote.
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
  const lines = honoured(weighed, orderedAt, [...priced.lines], given) ?? priced.lines;
  const { currency } = priced.total;
  const minor = minorOf(...lines.map(({ amount }) => amount.minor));
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
      total: { currency, minor },
      ...(given === undefined
        ? {}
        : {
            quoteId: given.quote.quoteId,
            varianceMinor: minorOf(minor, -given.quote.total.minor),
          }),
    },
  };
};
