import { privacy, region, Word } from '../define/index.ts';

/** Begins with the country code. */
export const SubdivisionCode = Word(
  'SubdivisionCode',
  { en: 'Subdivision code', zh: '一级行政区代码' },
  {
    en: 'First level of a country other than mainland China.',
    zh: '中国内地以外国家或地区的一级行政区。',
  },
  {
    pattern: '[A-Z]{2}-[A-Z0-9]{1,3}',
    maxLength: 6,
    'x-source': 'ISO 3166-2',
    ...region('subdivision'),
    ...privacy('pseudonymous', 'addr.division'),
  },
);
