import { padded } from '../reports/columns.ts';
import type { Paint } from '../reports/terminal.ts';
import type { Lang } from '../reports/wording.ts';
import type { Text } from '../words.ts';
import { isAccepted } from './acceptance.ts';
import { differencesOf } from './judgement.ts';
import type { CleanRow, FaultRow, HollowRow, Prove } from './report.ts';

const WORDS = {
  reference: { en: 'reference', zh: '参考实现' },
  witness: { en: 'witness', zh: '见证实现' },
  nullSystems: { en: 'null', zh: '空系统' },
  weakSystems: { en: 'weak', zh: '弱系统' },
  goldens: { en: 'goldens', zh: '存档记录' },
  determinism: { en: 'one seed', zh: '同一种子' },
  faults: { en: 'faults', zh: '缺陷' },
  passed: { en: 'passed', zh: '项通过' },
  other: { en: 'other', zh: '项其他' },
  accused: { en: 'accused', zh: '误报' },
  systems: { en: 'systems', zh: '个系统' },
  musts: { en: 'MUSTs passed', zh: '项强制要求通过' },
  conformant: { en: 'conformant', zh: '个符合' },
  unforeseen: { en: 'passed unforeseen', zh: '项意外通过' },
  differ: { en: 'differences', zh: '处差异' },
  invalid: { en: 'invalid', zh: '无效' },
  sensitivity: { en: 'sensitivity', zh: '灵敏度' },
  specificity: { en: 'specificity', zh: '特异度' },
  worklist: { en: 'no killed fault', zh: '无被发现的缺陷' },
  stale: { en: 'stale', zh: '失效的接受' },
  met: { en: 'met', zh: '满足' },
  unmet: { en: 'not met', zh: '未满足' },
  accepted: { en: 'accepted', zh: '已接受' },
} as const satisfies Record<string, Text>;

const KINDS = {
  hand: { en: 'hand', zh: '手写' },
  wire: { en: 'wire', zh: '报文' },
  behaviour: { en: 'behaviour', zh: '行为' },
} as const satisfies Record<FaultRow['kind'], Text>;

const JUDGEMENTS = {
  KILLED: { en: 'killed', zh: '发现' },
  SURVIVED: { en: 'survived', zh: '未发现' },
  PARTLY_SURVIVED: { en: 'partly survived', zh: '部分未发现' },
  ACCUSED: { en: 'accused', zh: '误报' },
  BLINDS: { en: 'blinds', zh: '遮蔽' },
  INVALID: { en: 'invalid', zh: '无效' },
  CRASHED: { en: 'crashed', zh: '检测程序出错' },
} as const satisfies Record<FaultRow['judgement'], Text>;

/** Columns of the first word of a line, and of the second. */
const FIRST = 12;
const SECOND = 28;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** A part in hundred, rounded down: what is not whole never looks so. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;

/** What is not green about a fault, in one line. */
const troubleOf = (row: FaultRow): string => {
  const { missed, accused, blinded } = differencesOf(row, row);
  return row.because ?? row.crash?.split('\n')[0] ?? [...missed, ...accused, ...blinded].join(' ');
};

/** A proof for a terminal: MUSTs without a killed fault first, then the parts, then whatever is not green. */
export const renderProve = (
  prove: Prove,
  { lang, paint = (_, text) => text }: { readonly lang: Lang; readonly paint?: Paint },
): string => {
  const word = (name: keyof typeof WORDS): string => WORDS[name][lang];
  const line = (first: string, second: string, ...rest: readonly string[]): string =>
    [padded(first, FIRST), padded(second, SECOND), ...rest].join('').trimEnd();
  const facts = (...pairs: readonly (readonly [count: number | string, what: string])[]): string =>
    pairs.map(([count, what]) => `${count} ${what}`).join('   ');

  const cleanLines = (name: 'reference' | 'witness', rows: readonly CleanRow[]) =>
    rows.flatMap((row) => {
      const { passed } = row.counts;
      const trouble = [...row.accused, ...(name === 'reference' ? row.open : [])];
      return [
        line(
          word(name),
          `${row.role}${row.claims === undefined ? '' : ` ${row.claims}`}`,
          facts(
            [passed, word('passed')],
            name === 'reference'
              ? [trouble.length, word('other')]
              : [row.accused.length, word('accused')],
          ),
          trouble.length === 0 ? '' : `   ${paint('bad', trouble.join(' '))}`,
        ),
        ...row.defects.map((defect) => line('', `  ${paint('bad', defect.split('\n')[0] ?? '')}`)),
      ];
    });
  const hollowLine = (
    name: 'nullSystems' | 'weakSystems',
    rows: readonly HollowRow[],
  ): readonly string[] => {
    if (rows.length === 0) return [];
    const wrong = rows.filter((row) => row.unforeseen.length > 0);
    return [
      line(
        word(name),
        `${new Set(rows.map(({ id }) => id)).size} ${word('systems')}`,
        facts(
          [
            sum(rows.map(({ unforeseen }) => unforeseen.length)),
            word(name === 'nullSystems' ? 'musts' : 'unforeseen'),
          ],
          [sum(rows.map(({ conformant }) => conformant.length)), word('conformant')],
        ),
      ),
      ...wrong.map((row) =>
        line('', `${row.id} ${row.role}`, paint('bad', row.unforeseen.join(' '))),
      ),
    ];
  };
  const differenceLine = (
    name: 'goldens' | 'determinism',
    rows: readonly { readonly role: string; readonly differences: readonly string[] }[],
  ): readonly string[] =>
    rows.length === 0
      ? []
      : [
          line(
            word(name),
            String(rows.length),
            facts([sum(rows.map(({ differences }) => differences.length)), word('differ')]),
          ),
          ...rows.flatMap(({ role, differences }) =>
            differences.slice(0, 5).map((one) => line('', role, paint('bad', one))),
          ),
        ];

  const { totals, faults, worklist, stale, demands } = prove;
  const shown = faults.filter(
    ({ judgement, kind }) => judgement !== 'KILLED' && (judgement !== 'INVALID' || kind === 'hand'),
  );
  return `${[
    ...(worklist.length === 0
      ? []
      : [line(word('worklist'), ''), `  ${paint('bad', worklist.join(' '))}`, '']),
    ...cleanLines('reference', prove.parts.reference),
    ...cleanLines('witness', prove.parts.witness),
    ...hollowLine('nullSystems', prove.parts.nullSystems),
    ...hollowLine('weakSystems', prove.parts.weakSystems),
    ...differenceLine('goldens', prove.parts.goldens),
    ...differenceLine('determinism', prove.parts.determinism),
    '',
    ...(['hand', 'wire', 'behaviour'] as const).flatMap((kind) => {
      const { faults: count, valid, killed } = totals.kinds[kind];
      return count === 0
        ? []
        : [
            line(
              word('faults'),
              KINDS[kind][lang],
              facts(
                [`${killed}/${valid}`, JUDGEMENTS.KILLED[lang]],
                [count - valid, word('invalid')],
              ),
            ),
          ];
    }),
    line(
      word('sensitivity'),
      percent(totals.sensitive, totals.valid),
      `${word('specificity')} ${percent(totals.specific, totals.valid)}`,
    ),
    ...shown.map((row) => {
      const isAllowed = row.judgement !== 'INVALID' && isAccepted(row, prove.accepted);
      return line(
        isAllowed ? word('accepted') : JUDGEMENTS[row.judgement][lang],
        `${row.id}  `,
        paint(isAllowed ? 'quiet' : 'bad', troubleOf(row)),
      );
    }),
    ...stale.map(({ fault, why }) => line(word('stale'), `${fault}  `, paint('bad', why[lang]))),
    '',
    ...demands.map(({ isMet, text }) =>
      line(paint(isMet ? 'good' : 'bad', word(isMet ? 'met' : 'unmet')), text[lang]),
    ),
  ].join('\n')}\n`;
};
