import type { Money } from '@openwaybill/schemas';

/** Whether the amounts have the currency of the total and add up to it. */
export const isTotalOf = (total: Money, parts: readonly { readonly amount: Money }[]): boolean =>
  parts.every(({ amount }) => amount.currency === total.currency) &&
  parts.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n) === BigInt(total.minor);
