import { registry } from '@openwaybill/schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePatterns } from '../../src/diff/pattern/compare-patterns.ts';
import { textBetween } from '../../src/diff/pattern/containment.ts';
import { readPattern } from '../../src/diff/pattern/read-pattern.ts';

test.each([
  ['one more repetition is wider', '^([A-Z]{2,4})$', '^([A-Z]{2,5})$', 'wider'],
  ['a class without a character is narrower', '^([A-Z0-9])$', '^([A-Z])$', 'narrower'],
  ['another spelling is the same', '^(a|b)$', '^([ab])$', 'same'],
  ['a bound of no end holds one with an end', '^([0-9]{3,9})$', '^([0-9]{3,})$', 'wider'],
  ['what may be left out may be left out twice', '^(a?b?)$', '^((a?b?){1,2})$', 'wider'],
  ['a negated class is its complement', '^([^a])$', '^([^ab])$', 'narrower'],
  ['a dot takes no line end', '^(.)$', '^([^a]|a)$', 'wider'],
  ['an escaped dot is a dot', '^(\\.)$', '^([.])$', 'same'],
  ['two alphabets lie apart', '^[A-Z]+$', '^[a-z]+$', 'apart'],
  ['a lookahead is unproven', '^(?=a)$', '^a$', 'unproven'],
  ['a class of digits by its letter is unproven', '^(\\d)$', '^([0-9])$', 'unproven'],
  ['a choice that is anchored at one end is unproven', '^a|b$', '^(a|b)$', 'unproven'],
  ['a pattern without anchors is unproven', 'a', '^(a)$', 'unproven'],
  ['a lazy quantifier is unproven', '^(a+?)$', '^(a+)$', 'unproven'],
])('%s', (_title, before, now, want) => {
  expect(comparePatterns(before, now)).toBe(want);
});

test('a shortest text between two patterns is of one and not of the other', () => {
  const [inside, outside] = [readPattern('^([A-Z]{2,4})$'), readPattern('^([A-Z]{2,3})$')];
  if (inside === undefined || outside === undefined) throw new Error('both can be read');
  expect(textBetween(inside, outside)).toEqual({ text: 'AAAA' });
  expect(textBetween(outside, inside)).toBe('none');
  expect(textBetween(inside, undefined, { min: 3, max: 3 })).toEqual({ text: 'AAA' });
});

const patterns = [...registry.schemas.values()].flatMap(({ schema }) => {
  const found: string[] = [];
  JSON.stringify(schema, (keyword, value) => {
    if (keyword === 'pattern' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
});

test('every pattern of the standard is read and is the same as itself', () => {
  const unlike = [...new Set(patterns)].filter((one) => comparePatterns(one, one) !== 'same');
  expect(patterns.length).toBeGreaterThan(100);
  expect(unlike).toEqual([]);
});

test('no text of a narrower pattern is refused by the wider one', () => {
  const piece = fc.constantFrom('a', 'b', '[ab]', '[^a]', 'c?', '(a|bc)', 'a{1,3}', '[a-c]{2}');
  const pattern = fc
    .array(piece, { minLength: 1, maxLength: 3 })
    .map((all) => `^(${all.join('')})$`);
  fc.assert(
    fc.property(pattern, pattern, fc.integer(), (one, other, seed) => {
      const relation = comparePatterns(one, other);
      const [narrow, wide] = relation === 'wider' ? [one, other] : [other, one];
      if (relation !== 'wider' && relation !== 'narrower') return;
      for (const text of fc.sample(fc.stringMatching(new RegExp(narrow, 'u')), {
        numRuns: 20,
        seed,
      }))
        expect(new RegExp(wide, 'u').test(text)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
