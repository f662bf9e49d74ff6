import { DIVISIONS } from '../generated/tables.mjs';

let known: ReadonlySet<string> | undefined;

/** Hong Kong, Macao and Taiwan, which the statistical table leaves out. */
const ELSEWHERE = ['810000', '820000', '710000'];

const table = (): ReadonlySet<string> => {
  known ??= new Set([...DIVISIONS.split(' '), ...ELSEWHERE]);
  return known;
};

/**
 * Whether six digits are a province, prefecture or county of mainland China, or one of three regions beside it. The
 * statistical table lacks the `01` (urban district) that the table of GB/T 2260 has for each prefecture.
 */
export const isDivision = (code: string): boolean =>
  table().has(code) || (code.endsWith('01') && table().has(`${code.slice(0, 4)}00`));
