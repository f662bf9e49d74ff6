import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** Named by the key, without the application identifier (00). */
export const Sscc = Word(
  'Sscc',
  { en: 'Serial shipping container code', zh: '系列货运包装箱代码' },
  {
    en: 'Eighteen digits of GS1 that name a logistic unit.',
    zh: '标识物流单元的 18 位 GS1 代码。',
  },
  {
    pattern: '[0-9]{18}',
    maxLength: 18,
    'x-source': 'GS1 General Specifications',
    ...check('gs1'),
    ...privacy('pseudonymous', 'document-number'),
  },
);

export const ssccMessage = defineMessage({
  schema: Sscc,
  requirements: [],
  examples: {
    valid: {
      'a pallet': '106141412345678908',
    },
    invalid: {
      'a wrong check digit': {
        value: '106141412345678909',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'seventeen digits': { value: '10614141234567890', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
