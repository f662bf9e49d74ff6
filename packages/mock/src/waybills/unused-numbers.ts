import type { Unit } from '../store/unit.ts';
import { freeNumber } from './reuse.ts';
import { nextNumbers } from './waybill-number.ts';

/** New numbers of a scenario. A platform may have brought one of ours before its turn came; that one is left out. */
export const unusedNumbers = async (
  unit: Unit,
  scenario: string,
  count: number,
  now: string,
): Promise<readonly string[]> => {
  const numbers: string[] = [];
  while (numbers.length < count)
    for (const number of await nextNumbers(unit, scenario, count - numbers.length))
      if ((await freeNumber(unit, number, now)).isFree) numbers.push(number);
  return numbers;
};
