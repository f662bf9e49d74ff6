import { EPOCH } from '../engine/clock.ts';
import type { Unit } from '../store/unit.ts';

/** The last number of a named count; 0 before the first. */
export const lastCount = async (unit: Unit, name: string): Promise<number> =>
  (await unit.get<{ readonly last: number }>('counter', name))?.last ?? 0;

/** The next whole number of a named count, from 1; `step` takes that many at once and answers the first. */
export const nextCount = async (unit: Unit, name: string, step = 1): Promise<number> => {
  const last = await lastCount(unit, name);
  unit.put({
    collection: 'counter',
    id: name,
    owner: '',
    parent: '',
    createdAt: EPOCH,
    updatedAt: EPOCH,
    body: { last: last + step },
  });
  return last + 1;
};
