import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADDR_1,
  ADDRESS_CAPS,
  addr1,
  cnName1,
  maskContact,
  phone1,
  renderAddress,
  TEXT_MASKS,
} from '../src/index.ts';
import { address, anyText, insert, invisible, mobile, name, phoneText } from './arbitraries.ts';

const ALL = Object.entries(TEXT_MASKS);
/** `id-1` answers one text to everything, so there is nothing to hide from it and nothing to refuse. */
const READING = ALL.filter(([of]) => of !== 'id-1');

/** Cases of all properties together; the last test says how many there are at least. */
let caseCount = 0;

/** fast-check prints the seed and the path of a counterexample; `seed` and `path` here repeat it. */
const holds = <T extends [unknown, ...unknown[]]>(
  runs: number,
  arbitraries: { [at in keyof T]: fc.Arbitrary<T[at]> },
  predicate: (...values: T) => boolean,
): void => {
  caseCount += runs;
  fc.assert(fc.property(...arbitraries, predicate), { numRuns: runs });
};

describe.each(ALL)('%s', (_name, { mask, pattern }) => {
  const published = new RegExp(pattern, 'u');
  test('answers any text with its published pattern', () => {
    holds(12_000, [anyText()], (text) => published.test(mask(text)));
  });
});

describe.each(READING)('%s', (_name, { mask }) => {
  test('a second masking answers three stars', () => {
    holds(8_000, [anyText()], (text) => mask(mask(text)) === '***');
  });
  test('an invisible character changes nothing', () => {
    holds(
      8_000,
      [anyText(), invisible()],
      (text, where) => mask(insert(text, where)) === mask(text),
    );
  });
});

/** Hidden digits before the extension. */
const stars = (masked: string): number => masked.replace(/-\*{3}$/, '').split('*').length - 1;
const shownDigits = (masked: string): string => masked.replace(/[^0-9]/g, '');

describe('phone-1', () => {
  test('six digits are hidden at least', () => {
    holds(40_000, [phoneText()], (text) => {
      const masked = phone1(text);
      return masked === '***' || stars(masked) >= 6;
    });
  });
  test('a mobile shows its last four digits and hides seven', () => {
    holds(20_000, [mobile()], (number) => phone1(number) === `*******${number.slice(-4)}`);
  });
  test('every way to write a mobile has one masked form', () => {
    holds(
      8_000,
      [
        mobile(),
        fc.constantFrom('', '86', '+86', '0086', '+86 '),
        fc.constantFrom('', ' ', '-', '.'),
      ],
      (number, prefix, mark) =>
        phone1(prefix + [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(mark)) ===
        phone1(number),
    );
  });
  test('mobiles with one tail have one masked form', () => {
    holds(8_000, [mobile(), mobile()], (one, other) => {
      const sameTail = other.slice(0, 7) + one.slice(-4);
      return phone1(one) === phone1(sameTail);
    });
  });
  test('digits that are shown are digits of the number', () => {
    holds(12_000, [phoneText()], (text) => {
      const masked = phone1(text);
      const [area = '', tail = ''] = masked.startsWith('0') ? masked.split('-') : ['', masked];
      const all = text.replace(/[^0-9]/g, '');
      return all.includes(shownDigits(tail)) && all.includes(area.slice(1));
    });
  });
});

describe('cn-name-1', () => {
  test('composed and decomposed text have one masked form', () => {
    holds(
      20_000,
      [anyText()],
      (text) => cnName1(text.normalize('NFC')) === cnName1(text.normalize('NFD')),
    );
  });
  test('a name shows one letter and two stars, whatever its length', () => {
    holds(12_000, [name()], (text) => cnName1(text) === `${[...text.normalize('NFC')][0]}**`);
  });
});

const capPair = () =>
  fc
    .tuple(fc.constantFrom(...ADDRESS_CAPS), fc.constantFrom(...ADDRESS_CAPS))
    .map((pair) => pair.toSorted((a, b) => ADDRESS_CAPS.indexOf(a) - ADDRESS_CAPS.indexOf(b)));

describe('addr-1', () => {
  test('answers any address with its published pattern', () => {
    holds(8_000, [anyText(), anyText(), fc.constantFrom(...ADDRESS_CAPS)], (cityName, road, cap) =>
      new RegExp(ADDR_1, 'u').test(
        renderAddress(addr1({ region: { cityName }, road, structured: true }, cap)),
      ),
    );
  });
  test('a lower cap is a prefix of a higher one', () => {
    holds(12_000, [address(), capPair()], (given, [low = 'NONE', high = 'NONE']) =>
      renderAddress(addr1(given, high)).startsWith(
        renderAddress(addr1(given, low)).replaceAll('*', ''),
      ),
    );
  });
  test('nothing of a unit or room appears', () => {
    holds(
      8_000,
      [address()],
      (given) => !/[丙丁戊己6-9]/.test(renderAddress(addr1(given, 'BUILDING'))),
    );
  });
  test('what lies below the cap changes nothing', () => {
    holds(12_000, [address(), address()], (one, other) => {
      const region = { ...one.region };
      const grown = { ...other, region: { ...region, townName: '另一镇' } };
      return (
        JSON.stringify(addr1({ ...one, region }, 'DISTRICT')) ===
        JSON.stringify(addr1(grown, 'DISTRICT'))
      );
    });
  });
  test('digits of the region code below the cap are zeros', () => {
    holds(4_000, [address()], (given) => {
      const { regionCode } = addr1(given, 'CITY');
      return regionCode === undefined || regionCode === `${given.region.regionCode?.slice(0, 4)}00`;
    });
  });
});

test('a person has one masked phone, with or without a landline', () => {
  holds(4_000, [mobile(), name()], (number, who) => {
    const alone = maskContact({ name: who, mobile: number });
    const both = maskContact({ name: who, mobile: number, landline: '+864110000006' });
    expect(both).toEqual(alone);
    return true;
  });
});

test('the properties are tried on 290,000 cases at least', () => {
  expect(caseCount).toBeGreaterThanOrEqual(290_000);
});
