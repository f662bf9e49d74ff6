export { renderKillMatrix } from '../reports/kill-matrix.ts';
export { contractDigest } from '../result/identity.ts';
export type { Fault } from '../words.ts';
export { ACCEPTED } from './accepted.ts';
export { allFaults } from './all-faults.ts';
export type { Clean } from './clean.ts';
export {
  type Golden,
  type GoldenParty,
  goldenOf,
  type WrittenExchange,
  type WrittenGolden,
} from './golden.ts';
export { type Done, type Job, type World, work } from './job.ts';
export { modulesOf } from './modules-of.ts';
export { type Advance, type Asked, chosenOf, type Means, prove } from './prove.ts';
export type { Reference, ReferenceMaker, ReferenceOptions, Running, Wish } from './reference.ts';
export { renderProve } from './render.ts';
export type * from './report.ts';
export type { WitnessMaker } from './witness.ts';
export { wordsOf } from './words-of.ts';
