import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { seededRandom, seedOf } from './invent.ts';
import type { Random } from './options.ts';

/** Where it is counted how often a mock was started on its store. */
export const STARTS = 'starts';

/** Counts a start of a process on its store: how many there were before it. No two have the same number. */
export const countStart = async (unit: Unit, now: string): Promise<number> => {
  const count = (await unit.get<number>(STARTS, STARTS)) ?? 0;
  unit.put(recordRow(STARTS, STARTS, '', now, count + 1));
  return count;
};

/**
 * The stream of invention of a process. The first one on a store draws what the seed alone decides; each later one,
 * after a restart or beside the others, draws a stream of its own, since an id is never given twice.
 */
export const randomOfStart = (start: number, seed: number): Random =>
  seededRandom(start === 0 ? seed : seedOf(`${seed}/${start}`));
