import { describe, expect, test } from 'vitest';
import { renderHtml, renderJunit, renderTerminal } from '../../src/reports/index.ts';
import { emptyRow, requirement, result, transcript } from './given.ts';

const OPEN = /undetermined|inconclusive|未能确定|0 of 0|0 项/;

describe.each([
  ['NO_REQUIREMENT', { en: 'nothing to judge', zh: '没有适用的要求' }],
  ['ABOVE_DEPTH', { en: 'above this depth', zh: '超出本次深度' }],
  ['EXCLUDED', { en: 'not judged', zh: '不作检测' }],
] as const)('a class without anything to judge (%s)', (reason, want) => {
  const given = result({
    verdicts: [emptyRow(reason)],
    requirements: [requirement({ class: 'locker', outcome: 'inapplicable', cases: [] })],
    findings: [],
    exit: 0,
  });

  test.each(['en', 'zh'] as const)('is told in a terminal in %s', (lang) => {
    const painted: string[] = [];
    const text = renderTerminal(given, transcript(), {
      lang,
      paint: (style, piece) => {
        painted.push(`${style} ${piece.trim()}`);
        return piece;
      },
    });
    const row = text.split('\n').find((line) => line.startsWith('– locker'));
    expect(row).toContain(want[lang]);
    expect(text).toContain(`locker ${want[lang]}`);
    expect(text).not.toMatch(/undetermined|未能确定/);
    expect(painted).toContain(`quiet ${want[lang]}`);
  });

  test('is told on the page in one line, neither green nor open', () => {
    const page = renderHtml(given, transcript());
    const line = /<p class="quiet unclaimed">(.*?)<\/p>/.exec(page)?.[1] ?? '';
    expect(line).toContain(`<span lang="en">${want.en}</span><span lang="zh">${want.zh}</span>`);
    expect(line).toContain('<svg class="mark inapplicable"');
    expect(line).toContain(': locker');
    expect(line).not.toMatch(OPEN);
    expect(page).not.toContain('<li class="verdict');
  });

  test('is a property of its suite', () => {
    const xml = renderJunit(given, { lang: 'en' });
    expect(xml).toContain(`<property name="nothingToJudge" value="${reason}"/>`);
  });
});

test('no figures stand beside a class to which nothing applies', () => {
  const page = renderHtml(result({ verdicts: [emptyRow('NO_REQUIREMENT')] }), transcript());
  expect(page).toContain('没有适用的要求</span>: locker</p>');
  expect(page).not.toContain('0 of 0');
});

test('what is judged keeps its own verdict beside it', () => {
  const verdicts = [...result().verdicts, emptyRow('NO_REQUIREMENT')];
  expect(renderTerminal(result({ verdicts }), transcript(), { lang: 'en' })).toContain(
    'core nonconformant; locker nothing to judge',
  );
});
