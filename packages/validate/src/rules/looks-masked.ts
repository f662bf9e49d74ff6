import { prepare } from './prepare.ts';

/** Stars, circles, blocks and crosses that are in use for hiding a character. */
export const MASK_CHARACTERS =
  '*\u2217\u2731\u066D\uFE61\uFF0A\u25CF\u25CB\u25EF\u2B24\u2588\u2587\u25A0\u25A1\u00D7\u2715\u2716';
const MASK_CHARACTER = new RegExp(`[${MASK_CHARACTERS}]`, 'u');
/** The face that one large platform prints in place of what it hides. */
const FACE = '(^_^)';
/** Between two letters a bullet is a common way to write the interpunct of a name. */
const BULLET = /(?<!\p{L})\u2022|\u2022(?!\p{L})/u;
const CROSSED_NAME = /\p{Script=Han}[xX]+(?!\p{L})/u;
const CROSSED_DIGITS = /[0-9][xX]{2,}/u;

const shows = (text: string): boolean =>
  MASK_CHARACTER.test(text) ||
  text.includes(FACE) ||
  BULLET.test(text) ||
  CROSSED_NAME.test(text) ||
  CROSSED_DIGITS.test(text);

/** Whether a text is a masked value, or has one in it. */
export const looksMasked = (text: string): boolean =>
  shows(prepare(text, 'NFC')) || shows(prepare(text, 'NFKC'));
