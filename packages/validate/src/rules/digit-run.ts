import { prepare } from './prepare.ts';

/** Chinese numerals, each above its digit. */
export const NUMERALS = '〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖';
const DIGITS = '0011223456789123456789';
const NUMERAL = new RegExp(`[${NUMERALS}]`, 'gu');

/** Seven or more digits; spaces, dashes and dots between digits do not end a run. */
const RUN = /\p{Nd}(?:[\s\p{Pd}.]*\p{Nd}){6}/u;

/** A text in NFKC, with its Chinese numerals as digits. */
export const foldNumerals = (text: string): string =>
  prepare(text, 'NFKC').replace(NUMERAL, (numeral) => DIGITS.charAt(NUMERALS.indexOf(numeral)));

/** Whether a free text, a name or an address has a run of digits as long as a phone number. */
export const hasDigitRun = (text: string): boolean => RUN.test(foldNumerals(text));
