import { check, defineMessage, privacy, Word } from '../define/index.ts';

/** No I, O, S, V or Z in its alphabet. */
export const Uscc = Word(
  'Uscc',
  { en: 'Unified social credit code', zh: '统一社会信用代码' },
  {
    en: 'Eighteen characters that name an organisation of mainland China.',
    zh: '标识中国内地组织的 18 位代码。',
  },
  {
    pattern: '[0-9A-HJ-NPQRTUWXY]{18}',
    maxLength: 18,
    'x-source': 'GB 32100-2015',
    ...check('uscc'),
    ...privacy('business', 'none'),
  },
);

export const usccMessage = defineMessage({
  schema: Uscc,
  requirements: [],
  examples: {
    valid: {
      'a company of Fuzhou': '91350100M000100Y43',
      'a company of Dalian': '91210200MA0000001M',
      'its neighbour': '91210200MA0000002Q',
    },
    invalid: {
      'a wrong check character': {
        value: '91350100M000100Y44',
        breaks: { pointer: '', rule: 'check-digit' },
      },
      'a letter of no alphabet': {
        value: '91350100I000100Y43',
        breaks: { pointer: '', rule: 'pattern' },
      },
    },
  },
});
