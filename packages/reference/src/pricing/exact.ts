import type { Money } from '@openwaybill/schemas';

/** A quotient rounded up, exact beyond 2^53; the divisor is positive. */
export const dividedUp = (dividend: bigint, divisor: bigint): bigint =>
  // a negative quotient is rounded up by being cut off
  dividend <= 0n ? dividend / divisor : (dividend + divisor - 1n) / divisor;

/** The sum of amounts in minor units; none where a double could not hold it exactly. */
export const exactMinor = (minors: readonly (number | bigint)[]): number | undefined => {
  const sum = minors.reduce((total: bigint, minor) => total + BigInt(minor), 0n);
  const minor = Number(sum);
  return Number.isSafeInteger(minor) ? minor : undefined;
};

/** As `exactMinor`, where a sum beyond 2^53 is no answer but a mistake of the caller: it throws. */
export const minorOf = (...minors: readonly (number | bigint)[]): number => {
  const minor = exactMinor(minors);
  if (minor === undefined) throw new RangeError('a sum of money is beyond what is exact');
  return minor;
};

/** The one currency of several amounts; none where they differ or there are none. */
export const oneCurrency = (amounts: readonly Money[]): string | undefined => {
  const [first] = amounts;
  return amounts.every(({ currency }) => currency === first?.currency)
    ? first?.currency
    : undefined;
};
