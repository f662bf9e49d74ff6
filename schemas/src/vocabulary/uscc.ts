import { check, privacy, Word } from '../define/index.ts';

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
