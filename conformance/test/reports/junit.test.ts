import { expect, test } from 'vitest';
import { renderJunit } from '../../src/reports/index.ts';
import type { RequirementResult } from '../../src/result/result.ts';
import { finding, requirement, result } from './given.ts';

const given = (over: Partial<RequirementResult>, more = {}) =>
  renderJunit(result({ requirements: [requirement({ cases: [], ...over })], ...more }), {
    lang: 'en',
  });
const judgementOf = (xml: string): string =>
  /<testcase.*<\/properties>(.*)<\/testcase>/.exec(xml)?.[1] ?? 'no testcase';

test.each<[string, { given: Partial<RequirementResult>; want: string }]>([
  ['passed is plain', { given: { outcome: 'passed' }, want: '' }],
  [
    'failed is a failure with what was wanted and seen',
    {
      given: { outcome: 'failed' },
      want: '<failure type="failed" message="same-content: wanted the order that exists, saw another order"/>',
    },
  ],
  [
    'inconclusive is a failure, never skipped',
    {
      given: { outcome: 'inconclusive', reason: 'NO_CASES' },
      want: '<failure type="inconclusive" message="no case looks at it yet"/>',
    },
  ],
  [
    'untested by choice is skipped with its reason',
    {
      given: { outcome: 'untested', reason: 'NOT_SELECTED' },
      want: '<skipped message="NOT_SELECTED: not selected in this run"/>',
    },
  ],
  [
    'untested by interruption is a failure',
    {
      given: { outcome: 'untested', reason: 'INTERRUPTED' },
      want: '<failure type="untested" message="the run ended before"/>',
    },
  ],
  ['a SHOULD that failed is plain', { given: { outcome: 'failed', level: 'SHOULD' }, want: '' }],
  ['inapplicable is left out', { given: { outcome: 'inapplicable' }, want: 'no testcase' }],
])('%s', (_title, { given: over, want }) => expect(judgementOf(given(over))).toBe(want));

test('a recommendation that failed carries a warning', () => {
  expect(given({ outcome: 'failed', level: 'SHOULD' })).toContain('<property name="warning"');
  expect(given({ outcome: 'passed', level: 'SHOULD' })).not.toContain('name="warning"');
});

test('inapplicable requirements are counted in a property', () => {
  expect(given({ outcome: 'inapplicable' })).toContain('<property name="inapplicable" value="1"/>');
});

test('the totals are those of the testcases', () => {
  const xml = renderJunit(result(), { lang: 'zh' });
  expect(xml).toContain('<testsuite name="core" tests="3" failures="2" errors="0" skipped="0">');
});

test('no text of a system leaves its attribute or breaks the file', () => {
  const findings = [finding({ actual: '"/></testcase>\u0000\u0008\ufffe\ud800<x a=\'&' })];
  const xml = given({ outcome: 'failed' }, { findings });
  expect(xml.match(/<\/testcase>/g)).toHaveLength(1);
  expect(xml).toContain(
    '&quot;/&gt;&lt;/testcase&gt;\\u0000\\u0008\\ufffe\\ud800&lt;x a=&#39;&amp;',
  );
});
