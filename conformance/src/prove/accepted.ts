import entries from '../faults/accepted.json' with { type: 'json' };
import type { Accepted } from './report.ts';

/** Faults that may stay as they are for now, each with its reason. */
export const ACCEPTED = entries as readonly Accepted[];
