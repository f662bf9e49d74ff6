import { foldNumerals } from '@openwaybill/validate';

const NUMERAL = '[\\p{Nd}〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]';
/** What people put between the digits of one number. */
const BETWEEN = '[\\s\\p{Pd}.·_()\\[\\]（）【】]*';

/** A run as long as a telephone number, its area code in brackets or not. */
const RUN = new RegExp(
  `\\(0${NUMERAL}{2,3}\\)${BETWEEN}${NUMERAL}{7,8}|\\+?${NUMERAL}(?:${BETWEEN}${NUMERAL}){6,}`,
  'gu',
);
const DATE =
  /(?<![\p{Nd}][\s.-]?)(?:19|20)\d{2}[-/.年](?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\d|3[01])日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?(?![\s.-]?\p{Nd})/gu;
const CLOCK = /(?<!\p{Nd})\d{1,2}:\d{2}(?::\d{2})?(?![\s.:-]?\p{Nd})/gu;

/** Chinese numerals become digits inside long runs only: `甘井子一部` is the name of a branch. */
export const foldRuns = (text: string): string => text.replace(RUN, (run) => foldNumerals(run));

/** A text without its long runs of digits. */
export const withoutNumbers = (text: string): string => text.replace(RUN, '[电话]');

/** Dates and times of day, which are digits that tell nothing about a person. */
export const TIMES: readonly RegExp[] = [DATE, CLOCK];

/** Whether digits are left that nothing explains. */
export const hasUnexplainedDigits = (text: string): boolean =>
  /\p{Nd}{4}/u.test(foldNumerals(text));
