import fc from 'fast-check';
import type { MaskableAddress } from '../src/index.ts';

const INVISIBLE = ['\u200B', '\u200D', '\u202E', '\uFEFF', '\u00AD', '\u2060', '\u{E0041}'];

/** Pieces that names, phones, plates and their masked forms are made of, so that random texts come near to them. */
const PIECES = [
  ...'0123456789０１８+-–()./ #xX*•·×张三王李一二幺辽京粤ABIOZ挂港@é警室',
  ...INVISIBLE,
  '转',
  '分机',
  'ext.',
  '+86',
  '0086',
  '86',
  '138',
  '199',
  '010',
  '0571',
  '13800138000',
  'qq.com',
  '@163.com',
  '\u0301',
  '\uD800',
  '𠮷',
  '(^_^)',
];

/** Any text: near to what a mask expects, or anything that a string may hold. */
export const anyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((all) => all.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );

/** Text with only the characters of phone numbers. */
export const phoneText = (): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0123456789', '+', '-', '(', ')', '转', 'x', '#'), { maxLength: 18 })
    .map((all) => all.join(''));

const digits = (length: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));

/** Eleven digits of a mobile of the Chinese numbering plan. */
export const mobile = (): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`);

/** A name of two to five letters, of several scripts. */
export const name = (): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'张王李欧阳示例样𠮷éÉkJО김م田'), { minLength: 2, maxLength: 5 })
    .map((all) => all.join(''));

/** A format character and where to insert it, as a share of the length. */
export const invisible = (): fc.Arbitrary<{ readonly character: string; readonly at: number }> =>
  fc.record(
    { character: fc.constantFrom(...INVISIBLE), at: fc.double({ min: 0, max: 1, noNaN: true }) },
    { noNullPrototype: true },
  );

/** The text with the character somewhere in it, between two code points. */
export const insert = (
  text: string,
  { character, at }: { readonly character: string; readonly at: number },
): string => {
  const all = [...text];
  const place = Math.round(at * all.length);
  return [...all.slice(0, place), character, ...all.slice(place)].join('');
};

const level = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

/** A structured address without mask characters. Unit and room are of characters that no level has. */
export const address = (): fc.Arbitrary<MaskableAddress & { readonly unitRoom: string }> =>
  fc.record(
    {
      region: fc.record(
        {
          countryCode: fc.constant('CN'),
          regionCode: digits(6),
          regionCodeVersion: fc.constant('NBS-2023'),
          provinceName: level(['辽宁省', '北京市', '浙江省']),
          cityName: level(['大连市', '北京市', '杭州市']),
          districtName: level(['中山区', '西湖区']),
          townName: level(['三墩镇', '凌水街道']),
        },
        { requiredKeys: ['countryCode', 'regionCode', 'regionCodeVersion'], noNullPrototype: true },
      ),
      road: level(['虚构路', '样例大街', '虚构路甲单元', '五室巷']),
      building: level(['样例小区', '示例花园', '三单元']),
      unitRoom: fc.stringMatching(/^[丙丁戊己][6-9]{3,4}$/),
      structured: fc.boolean(),
    },
    { requiredKeys: ['region', 'unitRoom', 'structured'], noNullPrototype: true },
  );
