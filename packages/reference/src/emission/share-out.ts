/** Who takes part in a share-out, and with what weight. */
export type Sharer = { readonly key: string; readonly weight: bigint };

const byKey = (a: Sharer, b: Sharer): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * A whole amount in proportion to weights: everybody gets the whole part of their share, and the units that are left go
 * to the largest remainders, ties to the first key. The parts add up to the amount exactly. Keys are unique.
 */
export const shareOut = (
  amount: number,
  sharers: readonly Sharer[],
): ReadonlyMap<string, number> => {
  const whole = sharers.reduce((sum, { weight }) => sum + weight, 0n);
  if (sharers.length > 0 && whole <= 0n)
    throw new Error('a share-out has no weight at all; give every sharer a weight above zero');
  const product = (weight: bigint): bigint => BigInt(amount) * weight;
  const remainder = (sharer: Sharer): bigint => product(sharer.weight) % whole;
  const parts = new Map(
    sharers.map(({ key, weight }) => [key, Number(product(weight) / whole)] as const),
  );
  let left = amount - [...parts.values()].reduce((sum, part) => sum + part, 0);
  const first = [...sharers].sort((a, b) => {
    const difference = remainder(b) - remainder(a);
    return difference < 0n ? -1 : difference > 0n ? 1 : byKey(a, b);
  });
  for (const { key } of first) {
    if (left === 0) break;
    parts.set(key, (parts.get(key) ?? 0) + 1);
    left -= 1;
  }
  return parts;
};
