import { check, privacy, Word } from '../define/index.ts';

/** Weights 8 6 4 2 3 5 9 7; a wrong digit or country is an error. */
export const S10 = Word(
  'S10',
  { en: 'S10 number', zh: 'S10 号码' },
  {
    en: 'Thirteen characters of the postal union: service, serial, check digit, country.',
    zh: '万国邮联十三位编号：业务、流水、校验位、国家。',
  },
  {
    pattern: '[A-Z]{2}[0-9]{9}[A-Z]{2}',
    maxLength: 13,
    'x-source': 'UPU S10',
    ...check('s10'),
    ...privacy('pseudonymous', 'document-number'),
  },
);
