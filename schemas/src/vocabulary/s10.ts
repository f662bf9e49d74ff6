import { check, defineMessage, privacy, Word } from '../define/index.ts';

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

export const s10Message = defineMessage({
  schema: S10,
  requirements: [],
  examples: {
    valid: {
      'a registered item': 'RB123456785GB',
      'the item of the leaflet': 'RB473124829GB',
      'remainder 0 gives 5': 'RB000000005GB',
      'remainder 1 gives 0': 'RB200000010GB',
    },
    invalid: {
      'a wrong check digit': {
        value: 'RB123456786US',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'a country of no table': {
        value: 'RB123456785XX',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'a digit too few': { value: 'RB12345678GB', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
