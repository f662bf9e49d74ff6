import type { Result } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';
import type { Outcome, Text, Verdict } from '../words.ts';
import { type Card, cardsOf, type ShownExchange, type ShownMessage } from './card.ts';
import { columns, cut, padded, wrapped } from './columns.ts';
import { plainText } from './plain-text.ts';
import { checkCommand } from './repeat.ts';
import { countsOf, firstLook, setName } from './totals.ts';
import {
  type Lang,
  OUTCOME_ORDER,
  OUTCOME_SIGNS,
  OUTCOME_WORDS,
  verdictLook,
  verdictSign,
  verdictText,
  wantedAndSeen,
} from './wording.ts';

/** What a piece of text is, for whoever colours it. */
export type Style = 'good' | 'bad' | 'warn' | 'quiet' | 'strong';

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export type TerminalOptions = {
  readonly lang: Lang;
  /** Absent: no colour. */
  readonly paint?: Paint;
  /** Columns; absent: 80. */
  readonly width?: number;
  /** The most cards to print; absent: 10. */
  readonly cards?: number;
  /** The files that the run left. */
  readonly left?: readonly string[];
  /** The command that repeats the run, where more than the result was chosen; absent: as the result says. */
  readonly again?: string;
};

const LINES_AROUND = 3;

const VERDICT_STYLES = {
  conformant: 'good',
  nonconformant: 'bad',
  undetermined: 'warn',
  'not-claimed': 'quiet',
} as const satisfies Record<string, Style>;

/** What is wrong first, what left nothing to judge last. */
const LAST_LINE_ORDER: readonly Verdict[] = [
  'nonconformant',
  'undetermined',
  'conformant',
  'not-claimed',
];

const LABELS = {
  class: { en: 'class', zh: '类别' },
  verdict: { en: 'verdict', zh: '结论' },
  notClaimed: { en: 'not claimed', zh: '未声明' },
  step: { en: 'step', zh: '步骤' },
  request: { en: 'request', zh: '请求' },
  response: { en: 'response', zh: '应答' },
  noAnswer: { en: 'no answer', zh: '无应答' },
  twin: { en: 'twin', zh: '对照' },
  pointer: { en: 'pointer', zh: '位置' },
  expected: { en: 'expected', zh: '应为' },
  actual: { en: 'actual', zh: '实为' },
  repeat: { en: 'repeat', zh: '重现' },
  also: { en: 'also', zh: '另违反' },
  same: { en: 'one cause', zh: '同因' },
  wrong: { en: 'suite wrong?', zh: '套件有误？' },
  findings: { en: 'Findings', zh: '发现' },
  depth: { en: 'How deep this run was', zh: '本次运行的深度' },
  harness: { en: 'Our own failures; the system is not blamed', zh: '自身故障；与被测系统无关' },
  verdicts: { en: 'Verdicts', zh: '结论' },
  counts: { en: 'Outcomes', zh: '结果' },
  first: { en: 'Look first', zh: '先看' },
  again: { en: 'Repeat', zh: '重现' },
  left: { en: 'Left behind', zh: '留下的文件' },
} as const satisfies Record<string, Text>;

/** What a run found, for a terminal. Equal input gives equal text. */
export const renderTerminal = (
  result: Result,
  transcript: Transcript,
  {
    lang,
    paint = (_, text) => text,
    width = 80,
    cards: most = 10,
    left = [],
    again,
  }: TerminalOptions,
): string => {
  const out: string[] = [];
  const put = (line = ''): void => {
    out.push(line.trimEnd());
  };
  const label = (name: keyof typeof LABELS): string => LABELS[name][lang];
  const shortWord = (outcome: Outcome): string =>
    lang === 'en' && outcome === 'inapplicable' ? 'n/a' : OUTCOME_WORDS[outcome][lang];
  const { role, software, organisation, environment } = result.system;
  const place = `${role} · ${setName(result)[lang]} · ${result.run.depth}`;

  const head = (): void => {
    put(paint('strong', `OpenWaybill · ${place}`));
    put(
      paint(
        'quiet',
        cut(
          plainText(
            `${software.name} ${software.version} · ${organisation} · ${environment} · ${result.set.stage} · seed ${result.run.seed}`,
          ),
          width,
        ),
      ),
    );
  };

  const verdictTable = (): void => {
    // a part that is as its class needs no line of its own
    const claimed = result.verdicts.filter(
      ({ verdict, part }) =>
        verdict !== 'not-claimed' && (part === undefined || verdict === 'nonconformant'),
    );
    const names = claimed.map(({ class: name, part }) => (part === undefined ? name : `  ${part}`));
    const nameWidth = Math.min(
      26,
      Math.max(columns(label('class')), ...names.map((name) => columns(name))) + 2,
    );
    const verdictWidth = 18;
    const heads = OUTCOME_ORDER.map(shortWord);
    const widths = heads.map((text) => Math.max(5, columns(text)) + 1);
    put();
    put(
      paint(
        'quiet',
        `  ${padded(label('class'), nameWidth)}${padded(label('verdict'), verdictWidth)}${heads
          .map((text, at) => padded(text, widths[at] ?? 0, 'right'))
          .join('')}`,
      ),
    );
    for (const [at, row] of claimed.entries()) {
      const style = VERDICT_STYLES[verdictLook(row)];
      put(
        `${paint(style, verdictSign(row))} ${padded(cut(names[at] ?? '', nameWidth - 1), nameWidth)}${paint(
          style,
          padded(verdictText(row)[lang], verdictWidth),
        )}${OUTCOME_ORDER.map((outcome, column) =>
          padded(String(row.counts[outcome]), widths[column] ?? 0, 'right'),
        ).join('')}`,
      );
      if (row.aboveDepth > 0 && row.part === undefined)
        put(
          paint(
            'quiet',
            `  ${' '.repeat(nameWidth)}${
              lang === 'en'
                ? `${row.aboveDepth} above this depth (test control, log sink)`
                : `${row.aboveDepth} 项超出本次深度（需测试控制或日志）`
            }`,
          ),
        );
    }
    const others = result.verdicts.filter(({ verdict }) => verdict === 'not-claimed');
    if (others.length > 0) {
      const text = `${label('notClaimed')}: ${others.map((one) => one.class).join(', ')}`;
      for (const line of wrapped(text, width - 2)) put(paint('quiet', `  ${line}`));
    }
  };

  const LABEL_WIDTH = 14;
  const field = (name: keyof typeof LABELS, text: string, style?: Style): void => {
    const lines = wrapped(plainText(text), width - 2 - LABEL_WIDTH);
    for (const [at, line] of lines.entries())
      put(
        `  ${paint('quiet', padded(at === 0 ? label(name) : '', LABEL_WIDTH))}${
          style === undefined ? line : paint(style, line)
        }`,
      );
  };
  const beneath = (text: string): void => {
    put(`  ${' '.repeat(LABEL_WIDTH)}${text}`);
  };

  const message = (name: 'request' | 'response', shown: ShownMessage): void => {
    field(name, shown.start, shown.isStartMarked ? 'bad' : 'strong');
    const room = width - 4 - LABEL_WIDTH;
    for (const [header, value] of shown.headers)
      beneath(paint('quiet', `  ${cut(plainText(`${header}: ${value}`), room)}`));
    const { lines, marked } = shown;
    const from = marked < 0 ? 0 : Math.max(0, marked - LINES_AROUND);
    const to = Math.min(lines.length, marked < 0 ? 2 * LINES_AROUND : marked + LINES_AROUND + 1);
    if (from > 0) beneath(paint('quiet', '  …'));
    for (const [at, line] of lines.slice(from, to).entries()) {
      const isMarked = from + at === marked;
      const text = cut(plainText(line), room);
      beneath(isMarked ? paint('bad', `▸ ${text}`) : `  ${text}`);
    }
    if (to < lines.length) beneath(paint('quiet', '  …'));
  };

  const exchange = (shown: ShownExchange): void => {
    message('request', shown.request);
    if (shown.response !== undefined) message('response', shown.response);
    else field('noAnswer', shown.unanswered ?? '–', 'bad');
  };

  const card = ([first, ...rest]: readonly [Card, ...Card[]]): void => {
    const { finding } = first;
    put();
    put(
      `${paint(finding.isWarning ? 'warn' : 'bad', `${OUTCOME_SIGNS.failed} ${finding.requirement} ${finding.level}`)}  ${paint('quiet', plainText(`${finding.case} · ${finding.clause}`))}`,
    );
    for (const line of wrapped(finding.text[lang], width - 2)) put(`  ${line}`);
    const step = [first.scenario, first.step].flatMap((text) => text?.[lang] ?? []).join(' › ');
    if (step !== '') field('step', step);
    for (const line of first.before)
      beneath(paint('quiet', cut(plainText(line[lang]), width - 16)));
    if (first.shown !== undefined) exchange(first.shown);
    if (first.twin !== undefined)
      field(
        'twin',
        `#${first.twin.seq} ${first.twin.request.start} ${first.twin.response?.start ?? first.twin.unanswered ?? ''}`,
      );
    if (finding.pointer !== undefined) field('pointer', finding.pointer || '/');
    const { expected, actual } = wantedAndSeen(finding);
    field('expected', expected[lang], 'good');
    field('actual', actual[lang], 'bad');
    // commands are copied, so they are never broken or cut
    for (const [at, line] of [...(first.curl?.split('\n') ?? []), first.check].entries())
      put(
        `  ${paint('quiet', padded(at === 0 ? label('repeat') : '', LABEL_WIDTH))}${plainText(line)}`,
      );
    if (first.others.length > 0) field('also', first.others.join(' '));
    for (const { finding: other } of rest)
      field('same', `${other.requirement} ${other.case}: ${wantedAndSeen(other).actual[lang]}`);
    if (first.piece !== undefined) {
      put(`  ${paint('quiet', padded(label('wrong'), LABEL_WIDTH))}${plainText(first.piece)}`);
      beneath(plainText(`→ ${first.golden}`));
    }
  };

  const findings = (): void => {
    const causes = new Map<number, [Card, ...Card[]]>();
    for (const one of cardsOf(result, transcript)) {
      const known = causes.get(one.cause);
      if (known === undefined) causes.set(one.cause, [one]);
      else known.push(one);
    }
    if (causes.size === 0) return;
    put();
    put(paint('strong', `${label('findings')} (${result.findings.length})`));
    const groups = [...causes.values()];
    for (const group of groups.slice(0, most)) card(group);
    const more = groups.length - most;
    if (more > 0) {
      put();
      put(
        paint(
          'quiet',
          lang === 'en'
            ? `  ${more} more ${more === 1 ? 'cause' : 'causes'}; --cards ${groups.length} prints all, and the HTML report has them.`
            : `  另有 ${more} 个原因；--cards ${groups.length} 可全部显示，HTML 报告中也有。`,
        ),
      );
    }
  };

  const notes = (title: 'depth' | 'harness', lines: readonly string[]): void => {
    if (lines.length === 0) return;
    put();
    put(paint('strong', label(title)));
    for (const text of lines)
      for (const [at, line] of wrapped(plainText(text), width - 4).entries())
        put(at === 0 ? `${paint('warn', '!')} ${line}` : `  ${line}`);
  };

  const lastLine = (name: 'verdicts' | 'counts' | 'first' | 'again', text: string): void => {
    const room = width - 12;
    put(`${paint('strong', padded(label(name), 12))}${name === 'again' ? text : cut(text, room)}`);
  };

  const lastLines = (): void => {
    const claimed = result.verdicts.filter(
      ({ verdict, part }) => verdict !== 'not-claimed' && part === undefined,
    );
    const sorted = claimed.toSorted(
      (a, b) => LAST_LINE_ORDER.indexOf(verdictLook(a)) - LAST_LINE_ORDER.indexOf(verdictLook(b)),
    );
    const words = [...new Set(sorted.map((row) => verdictText(row)[lang]))];
    const groups = words.map(
      (word) => [word, claimed.filter((row) => verdictText(row)[lang] === word)] as const,
    );
    const inFull = `${place}: ${groups
      .map(([word, mine]) => `${mine.map((one) => one.class).join(', ')} ${word}`)
      .join('; ')}`;
    const inShort = `${place}: ${groups.map(([word, mine]) => `${mine.length} ${word}`).join('; ')}`;
    put();
    lastLine('verdicts', columns(inFull) <= width - 12 ? inFull : inShort);
    const counts = countsOf(result.requirements);
    lastLine(
      'counts',
      OUTCOME_ORDER.map((outcome) => `${counts[outcome]} ${shortWord(outcome)}`).join(' · '),
    );
    lastLine('first', plainText(firstLook(result)[lang]));
    lastLine('again', plainText(again ?? checkCommand(result)));
  };

  head();
  verdictTable();
  findings();
  notes(
    'harness',
    result.harness.map(({ at, issue }) => `#${at} ${issue}`),
  );
  notes(
    'depth',
    result.warnings.map(({ text }) => text[lang]),
  );
  if (left.length > 0) {
    put();
    put(paint('strong', label('left')));
    for (const path of left) put(`  ${plainText(path)}`);
  }
  lastLines();
  return `${out.join('\n')}\n`;
};
