/** Services that are ordered one after the other, where each may be decided in its own way. */
export const PRODUCTS = [
  'STANDARD',
  'EXPRESS',
  'ECONOMY',
  'SAME_DAY',
  'NEXT_DAY',
  'HEAVY',
] as const;
