import { check, Line, privacy, Ref, Whole, words } from '../define/index.ts';
import { CountryCode } from '../vocabulary/country-code.ts';
import { HsCode } from '../vocabulary/hs-code.ts';
import { Money } from '../vocabulary/money.ts';
import { Quantity } from '../vocabulary/quantity.ts';

/** How goods are described to an authority, to be spread into a line. */
export const goodsMembers = {
  description: Line(
    120,
    { en: 'Description', zh: '品名' },
    {
      en: 'What the goods are, not what they are for: no run of seven digits.',
      zh: '货物的具体名称，而非用途；不得含连续七位数字。',
    },
    { minLength: 3, ...check('digit-run'), ...privacy('pseudonymous', 'goods-description') },
  ),
  hsCode: Ref(HsCode),
  originCountryCode: Ref(
    CountryCode,
    words(
      { en: 'Country of origin', zh: '原产国（地区）' },
      { en: 'Where the goods were made.', zh: '货物的原产地。' },
    ),
  ),
  quantity: Ref(Quantity),
  netWeightGrams: Whole(
    1,
    100_000_000,
    { en: 'Net weight', zh: '净重' },
    { en: 'Weight without packaging, in grams.', zh: '不含包装的重量，单位为克。' },
    { 'x-unit': 'g', ...privacy('business', 'measure') },
  ),
  value: Ref(
    Money,
    words(
      { en: 'Value', zh: '价值' },
      { en: 'Value of the whole line.', zh: '该行货物的总价值。' },
    ),
  ),
};
