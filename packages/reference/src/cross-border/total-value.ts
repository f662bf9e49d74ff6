import type { Money } from '@openwaybill/schemas';

/** A sum, or why there is none. */
export type Total = Money | { readonly fault: 'MIXED_CURRENCIES' | 'NOTHING_TO_ADD' | 'TOO_LARGE' };

/** The exact sum of values in one currency. */
export const totalOf = (values: readonly Money[]): Total => {
  const [first] = values;
  if (first === undefined) return { fault: 'NOTHING_TO_ADD' };
  const { currency } = first;
  if (values.some((value) => value.currency !== currency)) return { fault: 'MIXED_CURRENCIES' };
  const minor = Number(values.reduce((sum, value) => sum + BigInt(value.minor), 0n));
  return Number.isSafeInteger(minor) ? { currency, minor } : { fault: 'TOO_LARGE' };
};
