import { privacy, WholeWord } from '../define/index.ts';

/** Part of the natural key of a waybill, so that a lost answer cannot cost a second number. */
export const Attempt = WholeWord(
  'Attempt',
  { en: 'Attempt', zh: '尝试号' },
  {
    en: 'Which waybill of the package it is: 1, and one more for each that replaces a voided one.',
    zh: '包裹的第几张运单：首张为 1，替换已作废运单时加一。',
  },
  { minimum: 1, maximum: 99, ...privacy('business', 'technical') },
);
