import { describe, expect, test } from 'vitest';
import { cnName1, phone1 } from '../../src/index.ts';
import { beyondOneForm, corpusOf, idEnds, shownIn } from '../../src/scan/index.ts';
import { seeded } from './seeded.ts';

const corpus = corpusOf(seeded(1));
const person = corpus.canary(3);
const others = [corpus.canary(4), person];
const number = person.mobile.slice(3);
const tail = number.slice(-4);
const [surname = '', second = '', third = ''] = person.name;

const positionsIn = (text: string) =>
  shownIn(text, others)
    .filter(({ canary }) => canary === person.id)
    .map(({ kind, positions }) => [kind, positions.join(' ')]);

describe('what a mask shows of a person', () => {
  test.each([
    ['the form of the standard', `*******${tail}`, [['phone', '7 8 9 10']]],
    ['the common 3-4-4', `199****${tail}`, [['phone', '0 1 2 7 8 9 10']]],
    ['one with a country code', `+86199****${tail}`, [['phone', '0 1 2 7 8 9 10']]],
    ['one with crosses', `199xxxx${tail}`, [['phone', '0 1 2 7 8 9 10']]],
    ['one with dashes', `199-****-${tail}`, [['phone', '0 1 2 7 8 9 10']]],
    ['stars of full width', `199＊＊＊＊${tail}`, [['phone', '0 1 2 7 8 9 10']]],
    ['the mask of a name', `${surname}**`, [['name', '0']]],
    ['two letters of a name', `${surname}${second}*`, [['name', '0 1']]],
    ['the ends of a name', `${surname}*${third}`, [['name', '0 2']]],
    ['the end of a name', `**${third}`, [['name', '2']]],
    ['nothing', '***', []],
    ['somebody else', '王** *******0001', []],
  ])('%s', (_title, given, want) => {
    expect(positionsIn(`{"a":"${given}"}`)).toEqual(want);
  });
});

test('masked values that stand close together are all looked at', () => {
  const given = JSON.stringify({ nameMasked: `${surname}**`, phoneMasked: `199****${tail}` });
  expect(positionsIn(given)).toEqual([
    ['phone', '0 1 2 7 8 9 10'],
    ['name', '0'],
  ]);
});

test('two masks of one value add up to more than one form shows', () => {
  const seen = [`*******${tail}`, `${number.slice(0, 7)}**${tail.slice(2)}`].flatMap((text) =>
    shownIn(text, others),
  );
  const union = new Set(
    seen.filter(({ kind }) => kind === 'phone').flatMap((one) => one.positions),
  );
  expect(union.size).toBe(11);
  expect(beyondOneForm(seen)).toHaveLength(1);
});

test('what the masks of the standard answer is never beyond their form', () => {
  for (let at = 0; at < corpus.size; at += 1) {
    const canary = corpus.canary(at);
    const text = `${cnName1(canary.name)} ${phone1(canary.mobile)}`;
    expect(beyondOneForm(shownIn(text, [canary]))).toEqual([]);
    expect(shownIn(text, [canary])).toHaveLength(2);
  }
});

test('head and tail of an identity number are found', () => {
  const ends = `${person.idNumber.slice(0, 6)}********${person.idNumber.slice(-4)}`;
  expect(idEnds(person.idNumber).test(ends)).toBe(true);
  expect(idEnds(person.idNumber).test('******')).toBe(false);
});
