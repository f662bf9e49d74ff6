import { describe, expect, test } from 'vitest';
import { codeOf, judge, problemOf, describe as wordsOf } from '../src/index.ts';

const contact = { name: '张三丰', mobile: '+8619900000001' };

const found = (name: string, value: unknown, form?: 'sender' | 'receiver') => {
  const verdict = judge(name, value, form);
  return verdict.ok ? [] : verdict.issues.map(({ pointer, rule }) => `${pointer} ${rule}`);
};

const answered = (name: string, value: unknown, form?: 'sender' | 'receiver') => {
  const verdict = judge(name, value, form);
  return verdict.ok ? undefined : problemOf(verdict.issues);
};

describe('the problem that answers', () => {
  test.each([
    ['a missing member', 'Contact', { mobile: contact.mobile }, 'SCHEMA_VIOLATION'],
    ['a masked name', 'Contact', { ...contact, name: '王**' }, 'MASKED_VALUE_AS_INPUT'],
    ['a masked phone', 'Contact', { ...contact, mobile: '131****1907' }, 'MASKED_VALUE_AS_INPUT'],
    ['a face for a name', 'Contact', { ...contact, name: '(^_^)' }, 'MASKED_VALUE_AS_INPUT'],
    ['a full-width star', 'Contact', { ...contact, name: '张＊' }, 'MASKED_VALUE_AS_INPUT'],
    [
      'a phone for a name',
      'Contact',
      { ...contact, name: '一九九 0000 零零零一' },
      'PLAINTEXT_PERSONAL_DATA',
    ],
    ['no number at all', 'Contact', { name: '张三丰' }, 'RULE_VIOLATION'],
    [
      'a plain name in a masked type',
      'ContactMasked',
      { nameMasked: '张三丰', phoneMasked: '*******0001' },
      'PLAINTEXT_PERSONAL_DATA',
    ],
    [
      'a plain member in a masked type',
      'ContactMasked',
      { nameMasked: '张**', phoneMasked: '*******0001', mobile: contact.mobile },
      'PLAINTEXT_PERSONAL_DATA',
    ],
    [
      'an unknown member in a masked type',
      'ContactMasked',
      { nameMasked: '张**', phoneMasked: '*******0001', zz: 1 },
      'SCHEMA_VIOLATION',
    ],
    [
      'a number where a mask is due',
      'ContactMasked',
      { nameMasked: 1, phoneMasked: '*******0001' },
      'SCHEMA_VIOLATION',
    ],
    ['an unknown code', 'WaybillCancellation', { reason: 'BUYER' }, 'CODE_UNKNOWN'],
    [
      'a wrong check digit',
      'PartyRef',
      { partyId: '91210200MA0000001N', role: 'courier' },
      'CHECK_DIGIT_INVALID',
    ],
    [
      'two faults, the first of the order',
      'PartyRef',
      { partyId: '91210200MA0000001N', role: 'carrier' },
      'CODE_UNKNOWN',
    ],
  ] as const)('%s', (_title, name, value, want) => expect(answered(name, value)).toBe(want));
});

describe('the receiver form', () => {
  test.each([
    ['takes an unknown member', 'WaybillCancellation', { reason: 'OTHER', zz: 1 }, []],
    [
      'takes a code that a list may have grown',
      'WaybillCancellation',
      { reason: 'MOVED_AWAY' },
      [],
    ],
    [
      'takes no text that is no code',
      'WaybillCancellation',
      { reason: 'moved away' },
      ['/reason pattern'],
    ],
    [
      'refuses a plain member in a masked type',
      'ContactMasked',
      { nameMasked: '张**', phoneMasked: '*******0001', unitRoom: '1' },
      [' plaintext'],
    ],
  ] as const)('%s', (_title, name, value, want) =>
    expect(found(name, value, 'receiver')).toEqual(want),
  );
});

describe('warnings change nothing', () => {
  test.each([
    [
      'a county that no table has',
      'Region',
      { countryCode: 'CN', regionCode: '219999', regionCodeVersion: 'NBS-2023' },
      ['/regionCode region-unknown'],
    ],
    [
      'a city without counties is known',
      'Region',
      { countryCode: 'CN', regionCode: '441900', regionCodeVersion: 'NBS-2023' },
      [],
    ],
    [
      'a country that does not exist',
      'Region',
      { countryCode: 'XX' },
      ['/countryCode region-unknown'],
    ],
    [
      'a currency that does not exist',
      'Money',
      { currency: 'XXA', minor: 1 },
      ['/currency currency-unknown'],
    ],
    ['yen are known', 'Money', { currency: 'JPY', minor: 1 }, []],
  ] as const)('%s', (_title, name, value, want) => {
    const verdict = judge(name, value);
    expect(verdict.ok).toBe(true);
    expect(verdict.warnings.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(want);
  });
});

test('an unknown schema is a mistake of the caller', () =>
  expect(() => judge('Nothing', {})).toThrow('the registry has no schema Nothing'));

test('no issue holds the value or repeats an unknown name', () => {
  const verdict = judge('ContactMasked', {
    nameMasked: '骉龘靐',
    phoneMasked: '骉龘靐',
    骉龘靐: 1,
  });
  const issues = verdict.ok ? [] : verdict.issues;
  expect(issues.map(codeOf)).toHaveLength(3);
  for (const issue of issues)
    for (const language of ['en', 'zh'] as const)
      expect(JSON.stringify(wordsOf(issue, language))).not.toContain('骉龘靐');
});
