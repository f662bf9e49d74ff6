import { describe, expect, test } from 'vitest';
import { columns, cut, wrapped } from '../../src/reports/columns.ts';
import { renderTerminal } from '../../src/reports/index.ts';
import { exchange, finding, requirement, result, transcript } from './given.ts';

const render = (over = {}, options = {}) =>
  renderTerminal(result(over), transcript(exchange()), { lang: 'en', ...options });
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

test('the last lines are verdicts, outcomes, first look and command', () => {
  expect(linesOf(render()).slice(-4)).toEqual([
    'Verdicts    courier · 1.0.0 · WIRE: core nonconformant',
    'Outcomes    1 failed · 1 inconclusive · 0 untested · 1 passed · 0 n/a',
    'Look first  ORD-003 same-content: wanted the order that exists, saw another ord…',
    'Repeat      openwaybill check http://system.test --role courier --seed 42',
  ]);
});

test('the last lines are the same four where nothing was found', () => {
  const ends = linesOf(render({ findings: [], requirements: [], warnings: [] })).slice(-4);
  expect(ends.map((line) => line.slice(0, 12).trim())).toEqual([
    'Verdicts',
    'Outcomes',
    'Look first',
    'Repeat',
  ]);
});

test('a card has its eight parts in their order', () => {
  const text = render({ findings: [finding({ alsoViolates: ['DSC-021'] })] }, { lang: 'en' });
  const places = [
    '✗ ORD-003 MUST',
    'The same order twice › An order, and again',
    'request       POST /v1/orders',
    'response      200',
    'pointer       /revision',
    'expected      the order that exists',
    'actual        another order',
    'repeat        sent() {',
    '--only order-natural-key --seed 42',
    'also          DSC-021',
    'suite wrong?  sed -n',
  ].map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the line of the pointer is marked, and no other', () => {
  const marked = linesOf(render()).filter((line) => line.includes('▸'));
  expect(marked.map((line) => line.trim())).toEqual(['▸   "revision": 2']);
});

test('a personal value is in no line', () => {
  expect(render()).not.toContain('张三丰');
  expect(render()).not.toContain('OW-1-1');
});

describe.each(['en', 'zh'] as const)('in %s', (lang) => {
  test('no line but a command is wider than the terminal', () => {
    const wide = linesOf(render({}, { lang })).filter((line) => columns(line) > 80);
    expect(wide.filter((line) => !/curl|sed|openwaybill check|node -p/.test(line))).toEqual([]);
  });
});

test('what is beyond the most cards is counted', () => {
  const findings = [3, 4, 5].map((at) => finding({ at: [at], case: `case-${at}` }));
  expect(render({ findings }, { cards: 1 })).toContain('2 more causes');
  expect(render({ findings }, { cards: 3 })).not.toContain('more cause');
});

test('findings of one exchange are one cause', () => {
  const findings = [finding(), finding({ requirement: 'DSC-021', case: 'shape.Order' })];
  const text = render({ findings });
  expect(text).toContain('one cause     DSC-021 shape.Order');
  expect(text.match(/✗ [A-Z]+-\d+/g)).toEqual(['✗ ORD-003']);
});

const RED = 'red \u001b[31m alert';
test.each<[string, { given: Parameters<typeof finding>[0]; before?: string }]>([
  ['what was seen', { given: { actual: RED } }],
  ['the name of a case', { given: { case: RED } }],
  ['what came before', { given: {}, before: RED }],
])('an escape sequence in %s is shown and not acted on', (_title, { given, before = 'DELETE' }) => {
  const earlier = exchange({ seq: 2, request: { ...exchange().request, method: before } });
  const findings = [finding(given)];
  const shown = renderTerminal(result({ findings }), transcript(earlier, exchange()), {
    lang: 'en',
  });
  expect(shown).not.toContain('\u001b');
  expect(shown).toContain('\\u001b[31m');
});

test('paint is asked for good and bad, and colour is no part of the text', () => {
  const styles = new Set<string>();
  const painted = render(
    {},
    {
      paint: (style: string, text: string) => {
        styles.add(style);
        return text;
      },
    },
  );
  expect(painted).toBe(render());
  expect([...styles].sort()).toEqual(['bad', 'good', 'quiet', 'strong', 'warn']);
});

test('requirements above the depth are named with their number', () => {
  expect(render()).toContain('2 above this depth');
});

test('a failure of our own is what is looked at first', () => {
  const text = render({ harness: [{ at: 7, issue: 'required at /orderNo' }] });
  expect(text).toContain('Look first  our own failure at #7');
  expect(text).toContain('! #7 required at /orderNo');
});

test.each([
  ['wide characters count twice', { given: '运单 A', want: 6 }],
  ['a sign counts once', { given: '✗ a', want: 3 }],
])('%s', (_title, { given, want }) => expect(columns(given)).toBe(want));

test('a long word is broken and nothing is lost', () => {
  const given = `${'x'.repeat(25)} 运单号码运单号码`;
  const lines = wrapped(given, 10);
  expect(lines.every((line) => columns(line) <= 10)).toBe(true);
  expect(lines.join('')).toBe(given.replaceAll(' ', ''));
  expect(cut('运单号码', 5)).toBe('运单…');
});

test('equal results give equal text', () => {
  const more = { requirements: [requirement({ outcome: 'untested', reason: 'ABOVE_DEPTH' })] };
  expect(render(more)).toBe(render(more));
});
