import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goodsWarnings, isVague } from '../../src/cross-border/index.ts';

describe('a description that names no goods is vague', () => {
  test.each([
    'gift',
    'Gifts',
    'GIFT × 2',
    'parts',
    'auto parts',
    'spare parts for machines',
    'clothes',
    'women’s clothing',
    "men's apparel",
    'daily necessities',
    'general merchandise',
    'various personal items',
    '礼品',
    '礼品（新）',
    '衣服 3',
    '配件',
    '电子产品配件',
    '各类日用品',
    'ｇｉｆｔ',
    '服装及饰品',
  ])('%s', (description) => {
    expect(isVague(description)).toBe(true);
  });
});

describe('a description that names goods is not', () => {
  test.each([
    'cotton T-shirts',
    'ceramic tea cups, gift box',
    'brake pads',
    'washing machine',
    'toy train',
    'gift card holder of leather',
    'clothesline',
    'partition walls',
    '绿茶，罐装，每罐 125 克',
    '瓷制茶杯礼品',
    '手机配件充电线',
    '全棉衬衫',
    '',
    '123',
  ])('%s', (description) => {
    expect(isVague(description)).toBe(false);
  });
});

test('case and width of letters change nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('gift', 'clothes', 'tea cups', 'spare parts'),
      fc.boolean(),
      (text, wide) => {
        const shown = wide
          ? [...text.toUpperCase()]
              .map((letter) =>
                letter === ' '
                  ? letter
                  : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
              )
              .join('')
          : text.toUpperCase();
        expect(isVague(shown)).toBe(isVague(text));
      },
    ),
  );
});

describe('warnings', () => {
  const cny = (minor: number) => ({ currency: 'CNY', minor });
  test.each([
    ['goods and a price: none', { description: '瓷制茶杯', hsCode: '691110', value: cny(2) }, []],
    [
      'no goods',
      { description: '礼品', hsCode: '691110', value: cny(5000) },
      ['/lines/0/description'],
    ],
    [
      'worth nothing',
      { description: '瓷制茶杯', hsCode: '691110', value: cny(0) },
      ['/lines/0/value'],
    ],
    [
      'worth one fen',
      { description: '瓷制茶杯', hsCode: '691110', value: cny(1) },
      ['/lines/0/value'],
    ],
    [
      'a chapter of no tariff',
      { description: '瓷制茶杯', hsCode: '770000', value: cny(100) },
      ['/lines/0/hsCode'],
    ],
    [
      'neither goods nor a price',
      { description: 'gift', hsCode: '691110', value: cny(0) },
      ['/lines/0/description', '/lines/0/value'],
    ],
  ] as const)('%s', (_title, goods, pointers) => {
    const found = goodsWarnings([goods], '/lines');
    expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
    const rules = pointers.map((one) =>
      one.endsWith('hsCode') ? 'hs-chapter-unknown' : 'XBD-003',
    );
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  test('point at the line that they are about', () => {
    const goods = [
      { description: '瓷制茶杯', hsCode: '691110', value: cny(100) },
      { description: '配件', hsCode: '691110', value: cny(100) },
    ];
    expect(goodsWarnings(goods, '/contents').map(({ pointer }) => pointer)).toEqual([
      '/contents/1/description',
    ]);
  });

  test('never repeat what was declared', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gift', '礼品'),
        fc.integer({ min: 0, max: 1 }),
        (description, minor) => {
          const found = goodsWarnings(
            [{ description, hsCode: '691110', value: cny(minor) }],
            '/lines',
          );
          expect(found.every(({ message }) => !message.includes(description))).toBe(true);
        },
      ),
    );
  });
});
