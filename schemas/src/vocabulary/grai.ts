import { check, privacy, Word } from '../define/index.ts';

/** The layout after the leading 0 is unconfirmed. */
export const Grai = Word(
  'Grai',
  { en: 'Returnable asset identifier', zh: '可回收资产代码' },
  {
    en: 'GS1 code of a returnable asset, with its serial.',
    zh: '可回收资产的 GS1 代码及其序列号。',
  },
  {
    pattern: '0[0-9]{13}[A-Za-z0-9]{0,16}',
    maxLength: 30,
    'x-source': 'GS1 General Specifications',
    ...check('grai'),
    ...privacy('business', 'none'),
  },
);
