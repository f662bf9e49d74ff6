import { hasUnitNumber } from '@openwaybill/validate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cnName1, inventPerson, isFictionPhone, phone1 } from '../src/index.ts';

const draws = (values: readonly number[]) => {
  let next = 0;
  return () => values[next++ % values.length] ?? 0;
};

describe('an invented person', () => {
  test('is the same person when drawn again', () => {
    const values = [0.1, 0.9, 0.5, 0.3, 0.7];
    expect(inventPerson(draws(values))).toEqual(inventPerson(draws(values)));
  });

  test('is in the fiction set, can be masked, and has the room apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
        (values) => {
          const person = inventPerson(draws(values));
          expect(person.mobile).toMatch(/^\+861990000[0-9]{4}$/);
          expect(isFictionPhone(person.mobile)).toBe(true);
          expect(phone1(person.mobile)).toBe(`*******${person.mobile.slice(-4)}`);
          expect(cnName1(person.name)).not.toBe('***');
          expect(hasUnitNumber(person.road) || hasUnitNumber(person.building)).toBe(false);
          expect(hasUnitNumber(person.unitRoom)).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('a phone of the fiction set', () => {
  test.each([
    ['+8619900000000', true],
    ['199 0000 9999', true],
    ['13800138000', true],
    ['+8613800138001', true],
    ['0571-00000066', true],
    ['+86 10 0000 0066', true],
    ['+864110000006', true],
    ['+1 (415) 555-0142', true],
    ['+442079460958', true],
    ['+85200000067', true],
    ['17900000000', false],
    ['1990000000', false],
    ['0571-10000066', false],
    ['+15555550242', false],
    ['+442010000058', false],
    ['+85200000167', false],
    ['', false],
  ])('%s: %s', (phone, want) => {
    expect(isFictionPhone(phone)).toBe(want);
  });
});
