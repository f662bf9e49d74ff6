import type { Behaviour } from '../engine/call.ts';

export type BehaviourTable = Readonly<Record<string, Behaviour>>;

/** One behaviour an operation, under its name: one line a file. */
export const behaviours: BehaviourTable = {};
