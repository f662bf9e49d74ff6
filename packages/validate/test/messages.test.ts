import { describe, expect, test } from 'vitest';
import { explain, type Issue, judge, nearest, rules } from '../src/index.ts';
import { JSON_RULES } from '../src/json/parse-json.ts';
import { wordsOf } from '../src/messages/describe.ts';
import { KEYWORDS } from '../src/messages/words-of.ts';

const value = { reason: 'BUYER_CANCELED' };

const first = (given: unknown): Issue => {
  const verdict = judge('WaybillCancellation', given);
  const issue = verdict.ok ? undefined : verdict.issues[0];
  if (issue === undefined) throw new Error('the table has a value without an issue');
  return issue;
};

describe('an explanation', () => {
  test.each([
    ['of traffic hides the value', value, { showValue: false }, '/reason; ', 'BUYER_CANCELED'],
    ['of a file shows it', value, { showValue: true }, '/reason is "BUYER_CANCELED"; ', undefined],
    [
      'names the nearest code',
      value,
      { showValue: false },
      'Did you mean BUYER_CANCELLED?',
      'BUYER_CANCELED',
    ],
    [
      'names the nearest member',
      { reasons: 'OTHER', reason: 'OTHER' },
      { showValue: true },
      'Did you mean reason?',
      undefined,
    ],
    [
      'of traffic hides an unknown name',
      { 骉: 1, reason: 'OTHER' },
      { showValue: false },
      'the message itself; ',
      '骉',
    ],
  ] as const)('%s', (_title, given, { showValue }, wanted, hidden) => {
    const text = explain(first(given), {
      language: 'en',
      judged: { name: 'WaybillCancellation', value: given },
      showValue,
    });
    expect(text).toContain(wanted);
    if (hidden !== undefined) expect(text.replace('BUYER_CANCELLED', '')).not.toContain(hidden);
  });
});

test('every keyword, rule and fault of bytes has words in both languages', () => {
  const issues = [
    ...Object.keys(KEYWORDS).map((rule) => ({ pointer: '', rule, params: {} })),
    ...Object.keys(JSON_RULES).map((rule) => ({ pointer: '', rule, params: {} })),
    ...rules.map(({ id, name }) => ({ pointer: '', rule: id, params: { by: name } })),
  ];
  for (const issue of issues) {
    const words = wordsOf(issue);
    expect(words?.text.zh, issue.rule).toMatch(/\p{Script=Han}/u);
    expect(words?.hint.zh, issue.rule).toMatch(/\p{Script=Han}/u);
    expect(words?.text.en, issue.rule).toBeTruthy();
    expect(words?.hint.en, issue.rule).toMatch(/[.?]$/);
  }
});

test('rules have names of their own', () =>
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length));

test.each([
  ['a missing letter', 'DELIVERD', 'DELIVERED'],
  ['small letters and a hyphen', 'out-for-delivery', 'OUT_FOR_DELIVERY'],
  ['a swap', 'DELIVEERD', 'DELIVERED'],
  ['nothing near', 'BANANA', undefined],
])('nearest: %s', (_title, given, want) =>
  expect(nearest(given, ['DELIVERED', 'OUT_FOR_DELIVERY', 'PICKED_UP'])).toBe(want),
);
