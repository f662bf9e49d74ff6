import { registry } from '@openwaybill/schemas';
import { judge, residentId } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { isFictionPhone } from '../../src/index.ts';
import { corpusOf, RARE_CHARACTERS } from '../../src/scan/index.ts';
import { seeded } from './seeded.ts';

const corpus = corpusOf(seeded(1));
const people = Array.from({ length: corpus.size }, (_, number) => corpus.canary(number));

test('a run has a thousand people, and a value of one is of no other', () => {
  expect(people).toHaveLength(1000);
  for (const value of [
    'name',
    'mobile',
    'road',
    'building',
    'unitRoom',
    'idNumber',
    'note',
  ] as const)
    expect(new Set(people.map((person) => person[value])).size, value).toBe(1000);
});

test('the same seed gives the same people, and another seed others', () => {
  expect(corpusOf(seeded(1)).canary(7)).toEqual(corpus.canary(7));
  expect(corpusOf(seeded(2)).canary(7)).not.toEqual(corpus.canary(7));
});

test('no example of the standard repeats a character of their names', () => {
  const examples = JSON.stringify([...registry.schemas.values()]);
  const rare = new RegExp(`[${RARE_CHARACTERS.join('')}]{2}`, 'u');
  expect(rare.test(examples)).toBe(false);
});

test('mobiles and identity numbers are fiction', () => {
  expect(people.filter(({ mobile }) => !isFictionPhone(mobile))).toEqual([]);
  expect(people.filter(({ idNumber }) => !residentId.isValid(idNumber))).toEqual([]);
  expect(people.filter(({ idNumber }) => !idNumber.startsWith('99'))).toEqual([]);
});

test('a system that takes people takes every one of them', () => {
  const wrong = people.filter(
    ({ name, mobile, road, building, unitRoom, note }) =>
      !judge(
        'ConsigneeRegistration',
        {
          orderNo: 'O1',
          contact: { name, mobile },
          address: {
            region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
            road,
            building,
            unitRoom,
            structured: true,
          },
          deliveryNote: note,
          basis: 'CONTRACT',
        },
        'sender',
      ).ok,
  );
  expect(wrong).toEqual([]);
});

test('more people than there are is a mistake of the run', () => {
  expect(() => corpus.canary(1000)).toThrow('a run has 1000 canaries');
});
