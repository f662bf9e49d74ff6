import { privacy, Word } from '../define/index.ts';

/** Six digits are international, the rest national. */
export const HsCode = Word(
  'HsCode',
  { en: 'Harmonised system code', zh: '协调制度编码' },
  {
    en: 'Six, eight or ten digits that class goods for customs.',
    zh: '海关商品归类的 6、8 或 10 位数字。',
  },
  {
    pattern: '[0-9]{6}|[0-9]{8}|[0-9]{10}',
    maxLength: 10,
    'x-source': 'WCO Harmonized System',
    ...privacy('business', 'code'),
  },
);
