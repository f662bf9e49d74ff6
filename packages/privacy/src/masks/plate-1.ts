import { prepare } from '@openwaybill/validate';
import type { Masked } from '../masked.ts';
import { HIDDEN } from './hidden.ts';

/** Province and issuing office; the letters I and O are not issued. */
const OFFICE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]';
const LAST_TWO = '[A-HJ-NP-Z0-9][A-HJ-NP-Z0-9挂学警港澳]';

/** What `plate-1` answers, and what `plateMasked` accepts. */
export const PLATE_1 = `^(\\*{3}|${OFFICE}\\*{3}${LAST_TWO})$`;

const PLATE = new RegExp(`^(${OFFICE})[A-HJ-NP-Z0-9]{3,4}(${LAST_TWO})$`, 'u');
const PUNCTUATION = /[\s\p{Pd}.·•]/gu;

/** The masked form of a plate number: `辽B***45`. Plates of seven and of eight characters give the same width. */
export const plate1 = (text: string): Masked<'plate-1'> => {
  const plate = prepare(text, 'NFKC').toUpperCase().replace(PUNCTUATION, '');
  const [, office, lastTwo] = PLATE.exec(plate) ?? [];
  return (
    office === undefined || lastTwo === undefined ? HIDDEN : `${office}${HIDDEN}${lastTwo}`
  ) as Masked<'plate-1'>;
};
