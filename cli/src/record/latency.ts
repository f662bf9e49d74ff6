/** Median and 99th percentile of what was measured, in milliseconds with three digits. */
export const percentiles = (
  given: readonly number[],
): { readonly median: number; readonly p99: number } => {
  const sorted = [...given].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return Math.round(value * 1000) / 1000;
  };
  return { median: at(0.5), p99: at(0.99) };
};
