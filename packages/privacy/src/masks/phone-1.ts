import { looksMasked, prepare } from '@openwaybill/validate';
import type { Masked } from '../masked.ts';
import { HIDDEN } from './hidden.ts';

const EXTENSION = /^(.*?)(?:转|分机|ext\.?|x|#|,|;)[^0-9]{0,3}([0-9]{1,8})$/u;
const PUNCTUATION = /[\s\p{Pd}()./]/gu;
const CHINA = /^(?:\+86|0086)([0-9]{5,12})$/u;
const MOBILE = /^(?:86)?(1[3-9][0-9]{9})$/u;
const LANDLINE = /^(0(?:10|2[0-9]|[3-9][0-9]{2}))([0-9]{7,8})$/u;
const ABROAD = /^(?:\+|00)([1-9][0-9]{6,14})$/u;
const LOCAL = /^(?!00)[0-9]{7,11}$/u;

/** GB/T 41833-2022 hides six digits of a phone at least. */
const HIDDEN_DIGITS = 6;

/** Hides all but the last two digits, and always six at least. */
const tailOf = (digits: string): string => {
  const shown = Math.max(0, Math.min(2, digits.length - HIDDEN_DIGITS));
  const hidden = digits.length - shown;
  return '*'.repeat(hidden) + digits.slice(hidden);
};

const numberMasked = (number: string): string | undefined => {
  const inChina = CHINA.exec(number)?.[1];
  const national = inChina ?? number;
  const mobile = MOBILE.exec(national)?.[1];
  if (mobile !== undefined) return '*'.repeat(7) + mobile.slice(-4);

  const dialled = inChina === undefined || inChina.startsWith('0') ? national : `0${inChina}`;
  const [, area, subscriber] = LANDLINE.exec(dialled) ?? [];
  if (area !== undefined && subscriber !== undefined) return `${area}-${tailOf(subscriber)}`;
  if (inChina !== undefined) return undefined;

  const abroad = ABROAD.exec(number)?.[1];
  if (abroad !== undefined) return `+${tailOf(abroad)}`;
  return LOCAL.test(number) ? tailOf(number) : undefined;
};

/**
 * The masked form of a phone number: `*******8000`. The tail and not the head, because stations sort by the tail and
 * the head tells operator and region.
 */
export const phone1 = (text: string): Masked<'phone-1'> => {
  if (looksMasked(text)) return HIDDEN as Masked<'phone-1'>;
  const prepared = prepare(text, 'NFKC').toLowerCase();
  const beforeExtension = EXTENSION.exec(prepared)?.[1];
  const masked = numberMasked((beforeExtension ?? prepared).replace(PUNCTUATION, ''));
  if (masked === undefined) return HIDDEN as Masked<'phone-1'>;
  return (beforeExtension === undefined ? masked : `${masked}-***`) as Masked<'phone-1'>;
};
