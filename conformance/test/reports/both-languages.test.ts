import { expect, test } from 'vitest';
import { REPORTS, renderTerminal } from '../../src/reports/index.ts';
import { renderKillMatrix } from '../../src/reports/kill-matrix.ts';
import { wantedAndSeen } from '../../src/reports/wording.ts';
import { englishIn } from '../english-in.ts';
import { exchange, finding, requirement, result, transcript } from './given.ts';
import { faultRow, proof } from './given-proof.ts';

const LANGUAGES = {
  en: ['the order that exists', 'another order'],
  zh: ['已存在的订单', '另一订单'],
} as const;

const given = result({ requirements: [requirement({ outcome: 'failed' })] });
const told = transcript(exchange());
const { html, junit, ctrf, earl } = REPORTS;

test.each([
  ['html', html],
  ['earl', earl],
] as const)('%s has what was wanted and seen in both languages', async (_name, { render }) => {
  const text = await render(given, told);
  for (const one of Object.values(LANGUAGES).flat()) expect(text).toContain(one);
});

test('the kill matrix has what was wanted and seen in both languages', () => {
  const text = renderKillMatrix(proof([faultRow()]));
  for (const one of Object.values(LANGUAGES).flat()) expect(text).toContain(one);
});

test.each([
  ['junit', junit.render],
  ['ctrf', ctrf.render],
  ['the terminal', renderTerminal],
] as const)('%s says what was wanted and seen in one language', async (_name, render) => {
  for (const [lang, other] of [
    ['en', 'zh'],
    ['zh', 'en'],
  ] as const) {
    const text = await render(given, told, { lang });
    for (const one of LANGUAGES[lang]) expect(text).toContain(one);
    for (const one of LANGUAGES[other]) expect(text).not.toContain(one);
  }
});

test('a result without Chinese words is shown as it is', () => {
  const { zh: _, ...before } = finding();
  expect(wantedAndSeen(before)).toEqual({
    expected: { en: LANGUAGES.en[0], zh: LANGUAGES.en[0] },
    actual: { en: LANGUAGES.en[1], zh: LANGUAGES.en[1] },
  });
});

test.each([
  ['a sentence', { given: 'the order that exists', want: 1 }],
  ['a word', { given: 'none', want: 1 }],
  ['a code', { given: '404 NOT_FOUND', want: 0 }],
  ['a header', { given: 'Cache-Control: no-store', want: 0 }],
  ['a media type', { given: 'application/problem+json', want: 0 }],
  ['a form in quotes', { given: 'C1 的姓名（形式“full width”）', want: 0 }],
])('%s is English, or is not', (_title, { given: actual, want }) => {
  const findings = [finding({ zh: { expected: '成功', actual } })];
  expect(englishIn({ findings, prepared: [] })).toHaveLength(want);
});
