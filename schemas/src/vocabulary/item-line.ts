import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { GoodsCategory } from './goods-category-codes.ts';
import { GoodsTrait } from './goods-trait-codes.ts';
import { Gtin } from './gtin.ts';
import { Money } from './money.ts';
import { Quantity } from './quantity.ts';
import { WeightGrams } from './weight-grams.ts';

/** What is in the package. The title of an item can say much about a person, so no label prints it. */
export const ItemLine = Closed(
  'ItemLine',
  { en: 'Item line', zh: '内件明细' },
  { en: 'One line of the contents of a package.', zh: '包裹内件的一行。' },
  {
    lineNo: Whole(
      1,
      999,
      { en: 'Line number', zh: '行号' },
      { en: 'Names the line within the package.', zh: '在包裹内标识该行。' },
      privacy('business', 'technical'),
    ),
    categoryCode: Ref(GoodsCategory),
    name: Optional(
      Line(
        60,
        { en: 'Name', zh: '名称' },
        { en: 'Title of the item; never on a label.', zh: '商品名称；不得印于面单。' },
        privacy('pseudonymous', 'goods-description'),
      ),
    ),
    sku: Optional(
      Line(
        64,
        { en: 'Stock keeping unit', zh: '商家编码' },
        { en: 'Code of the item at the merchant.', zh: '商家的商品编码。' },
        privacy('business', 'none'),
      ),
    ),
    gtin: Optional(Ref(Gtin)),
    quantity: Ref(Quantity),
    weightGrams: Optional(Ref(WeightGrams)),
    unitPrice: Optional(
      Ref(
        Money,
        words({ en: 'Unit price', zh: '单价' }, { en: 'Price of one unit.', zh: '每单位价格。' }),
      ),
    ),
    traits: Optional(
      ListOf(Ref(GoodsTrait), 0, 20, {
        uniqueItems: true,
        ...words(
          { en: 'Traits', zh: '特性' },
          { en: 'What its handling must heed.', zh: '处理时须注意的特性。' },
        ),
      }),
    ),
    unNumber: Optional(
      Line(
        4,
        { en: 'UN number', zh: '联合国编号' },
        {
          en: 'Number of a dangerous substance; with the trait DANGEROUS.',
          zh: '危险品编号；与危险品特性同现。',
        },
        {
          pattern: '[0-9]{4}',
          'x-source': 'UN Recommendations on the Transport of Dangerous Goods',
          ...privacy('business', 'code'),
        },
      ),
    ),
  },
);
export type ItemLine = Static<typeof ItemLine>;

export const itemLineMessage = defineMessage({
  schema: ItemLine,
  requirements: [],
  examples: {
    valid: {
      'two books': {
        lineNo: 1,
        categoryCode: 'BOOKS',
        name: '样例图书',
        gtin: '6901234567892',
        quantity: { value: 2, unit: 'C62' },
        weightGrams: 800,
        unitPrice: { currency: 'CNY', minor: 4950 },
        traits: [],
      },
      'a battery': {
        lineNo: 2,
        categoryCode: 'ELECTRONICS',
        quantity: { value: 1, unit: 'C62' },
        traits: ['BATTERY', 'DANGEROUS'],
        unNumber: '3480',
      },
    },
    invalid: {
      'dangerous without its number': {
        value: {
          lineNo: 1,
          categoryCode: 'ELECTRONICS',
          quantity: { value: 1, unit: 'C62' },
          traits: ['DANGEROUS'],
        },
        breaks: { pointer: '', rule: 'un-number-missing' },
      },
      'a wrong check digit': {
        value: {
          lineNo: 1,
          categoryCode: 'BOOKS',
          gtin: '6901234567893',
          quantity: { value: 2, unit: 'C62' },
        },
        breaks: { pointer: '/gtin', rule: 'check-digit' },
      },
      'line zero': {
        value: { lineNo: 0, categoryCode: 'BOOKS', quantity: { value: 2, unit: 'C62' } },
        breaks: { pointer: '/lineNo', rule: 'minimum' },
      },
      'a trait twice': {
        value: {
          lineNo: 1,
          categoryCode: 'BOOKS',
          quantity: { value: 2, unit: 'C62' },
          traits: ['LIQUID', 'LIQUID'],
        },
        breaks: { pointer: '/traits', rule: 'uniqueItems' },
      },
    },
  },
});
