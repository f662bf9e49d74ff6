import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** Public, for premises are. */
export const Gln = Word(
  'Gln',
  { en: 'Location number', zh: '位置码' },
  {
    en: 'Thirteen digits of GS1 that name a place or a party.',
    zh: '标识位置或主体的 13 位 GS1 代码。',
  },
  {
    pattern: '[0-9]{13}',
    maxLength: 13,
    'x-source': 'GS1 General Specifications',
    ...check('gs1'),
    ...privacy('public', 'none'),
  },
);

export const glnMessage = defineMessage({
  schema: Gln,
  requirements: [],
  examples: {
    valid: {
      'a depot': '2102020000003',
      'an office': '6912345000000',
    },
    invalid: {
      'a wrong check digit': {
        value: '2102020000004',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'twelve digits': { value: '210202000000', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
