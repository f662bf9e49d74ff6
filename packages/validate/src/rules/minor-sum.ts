/** Minor units of what several parts of a charge cost together. */
export const minorSum = (
  parts: readonly { readonly amount: { readonly minor: number } }[],
): number => parts.reduce((total, { amount }) => total + amount.minor, 0);
