export { ACCEPTED } from './accepted.ts';
export { allFaults } from './all-faults.ts';
export { type Done, type Golden, type Job, type World, work } from './job.ts';
export { type Advance, type Asked, chosenOf, type Means, prove } from './prove.ts';
export type { Reference, ReferenceMaker, ReferenceOptions, Running, Wish } from './reference.ts';
export { renderProve } from './render.ts';
export type * from './report.ts';
export type { WitnessMaker } from './witness.ts';
