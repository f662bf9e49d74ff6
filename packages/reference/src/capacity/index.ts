export { UnprovenOptimum } from './best-face.ts';
export { loadSolver } from './load-solver.ts';
export {
  type Match,
  type MatchInput,
  type Matching,
  matchCapacity,
} from './match-capacity.ts';
export { mergeSlots, slotKey } from './merge-slots.ts';
export type { MetresBetween } from './place.ts';
export { slotInstant } from './slot-instant.ts';
export type { DemandTerms, OfferTerms } from './slot-node.ts';
