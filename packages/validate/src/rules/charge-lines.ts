import type { ChargeAdvice, Money } from '@openwaybill/schemas';

type Part = { readonly amount: Money };

/** What several amounts come to; it may be beyond the numbers that a double holds exactly. */
export const exactSum = (parts: readonly Part[]): bigint =>
  parts.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);

/** Whether the amounts have the currency of the total and add up to it. */
export const isTotalOf = (total: Money, parts: readonly Part[]): boolean =>
  parts.every(({ amount }) => amount.currency === total.currency) &&
  exactSum(parts) === BigInt(total.minor);

/** Whether a line names a service if and only if it is for one. */
export const namesItsService = ({
  component,
  vasCode,
}: Pick<ChargeAdvice['lines'][number], 'component' | 'vasCode'>): boolean =>
  (component === 'VAS') === (vasCode !== undefined);
