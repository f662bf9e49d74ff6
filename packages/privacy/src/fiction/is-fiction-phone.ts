import { prepare } from '@openwaybill/validate';

const PUNCTUATION = /[\s\p{Pd}()./]/gu;

/** Published service numbers of an operator, which stand in vectors. */
const SERVICE_NUMBER = /^(?:\+?86|0086)?1380013800[01]$/u;
const FICTION = [
  /^(?:\+?86|0086)?1990000[0-9]{4}$/u,
  /^(?:(?:\+|00)86)?0?(?:10|2[0-9]|[3-9][0-9]{2})0[0-9]{6,7}$/u,
  /^(?:\+|00)1[2-9][0-9]{2}55501[0-9]{2}$/u,
  /^(?:\+|00)442079460[0-9]{3}$/u,
  /^(?:\+|00)852000000[0-9]{2}$/u,
];

/** Whether a phone number is one that invented people may have. */
export const isFictionPhone = (phone: string): boolean => {
  const digits = prepare(phone, 'NFKC').replace(PUNCTUATION, '');
  return SERVICE_NUMBER.test(digits) || FICTION.some((pattern) => pattern.test(digits));
};
