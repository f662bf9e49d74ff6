import { prepare } from './prepare.ts';

const UNIT =
  /([0-9]{1,4}|[零〇一二三四五六七八九十]{1,5})(单元|室)|[0-9]{1,4}-[0-9]{1,4}-[0-9]{1,4}/u;

/** Whether an address level has a unit or a room in it (`unit-1`; privacy, 4.6). A net, and no way to mask. */
export const hasUnitNumber = (level: string): boolean => UNIT.test(prepare(level, 'NFKC'));
