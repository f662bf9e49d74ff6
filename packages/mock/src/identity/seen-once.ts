import { instantOf } from '../engine/clock.ts';
import type { Unit } from '../store/unit.ts';

/** Rows of the past that are dropped each time one is added: more than come, so that they never pile up. */
const DROPPED_AT_ONCE = 8;

/**
 * Whether a word is seen for the first time in as long as it could be good. It is stored, so that a restart forgets
 * nothing; in real time, since it is about security.
 */
export const seenOnce =
  (alone: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>, wallClock: () => number) =>
  (collection: 'nonce' | 'assertion', id: string, lifeSeconds: number): Promise<boolean> =>
    alone(async (unit) => {
      const now = wallClock();
      const over = instantOf(now - lifeSeconds * 1000);
      for (const row of await unit.list({ collection, limit: DROPPED_AT_ONCE }))
        if (row.createdAt < over) unit.delete(collection, row.id);
      const known = await unit.row(collection, id);
      const isFirst = known === undefined;
      if (isFirst) {
        const at = instantOf(now);
        unit.put({
          collection,
          id,
          owner: '',
          parent: '',
          createdAt: at,
          updatedAt: at,
          body: {},
        });
      }
      return isFirst;
    });

/** Says once of each word that it is new. */
export type SeenOnce = ReturnType<typeof seenOnce>;
