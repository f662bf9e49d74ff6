import type { Coverage, RequirementResult, Result, TransitionCell } from '../result/result.ts';
import type { Level, Outcome, Text } from '../words.ts';
import { bar, both, mark, modulesOf, SHAPE_OF_VERDICT, say, titleOf } from './html-words.ts';
import { escaped } from './plain-text.ts';
import { countsOf } from './totals.ts';
import { OUTCOME_ORDER, OUTCOME_WORDS, reasonText, verdictLook, verdictText } from './wording.ts';

const LEVELS: readonly Level[] = ['MUST', 'MUST NOT', 'SHOULD', 'MAY'];

/** A dotted name may be broken after its dots. */
const dotted = (name: string): string => escaped(name).replaceAll('.', '.<wbr>');

const th = (text: string, scope: 'col' | 'row' = 'col', more = ''): string =>
  `<th scope="${scope}"${more}>${text}</th>`;

const numbers = (mine: readonly RequirementResult[]): string => {
  const counts = countsOf(mine);
  return `${OUTCOME_ORDER.map(
    (outcome) =>
      `<td class="number${counts[outcome] === 0 ? ' zero' : ` ${outcome}`}">${counts[outcome]}</td>`,
  ).join('')}<td class="share">${bar(counts)}</td>`;
};

const counted = (
  title: Text,
  rows: readonly (readonly [head: string, mine: readonly RequirementResult[]])[],
): string =>
  `<tbody><tr class="group">${th(both(title), 'row', ' colspan="7"')}</tr>${rows
    .filter(([, mine]) => mine.length > 0)
    .map(([head, mine]) => `<tr>${th(head, 'row')}${numbers(mine)}</tr>`)
    .join('\n')}</tbody>`;

/** Outcomes by class and part, by module and by level. */
const outcomes = (result: Result): string => {
  const all = result.requirements;
  const claimed = result.verdicts.filter(({ verdict }) => verdict !== 'not-claimed');
  const byRow = claimed.map((row) => {
    const mine = all.filter(
      (one) =>
        one.class === row.class &&
        (row.part === undefined || (one.part ?? one.module) === row.part),
    );
    const name =
      row.part === undefined
        ? `<b>${escaped(row.class)}</b>`
        : `<span class="part">${both(titleOf(row.part))}</span>`;
    return [
      `${name} <span class="verdictword ${verdictLook(row)}">${mark(SHAPE_OF_VERDICT[verdictLook(row)])}${both(verdictText(row))}</span>`,
      mine,
    ] as const;
  });
  return `<div class="wide" tabindex="0"><table class="counts outcomes"><thead><tr>${th(`<span class="unseen">${say('group', '分组')}</span>`)}${OUTCOME_ORDER.map(
    (outcome) => th(`${mark(outcome)}${both(OUTCOME_WORDS[outcome])}`, 'col', ' class="number"'),
  ).join(
    '',
  )}<td></td></tr></thead>${counted({ en: 'Classes and their parts', zh: '类别与分项' }, byRow)}${counted(
    { en: 'Modules', zh: '模块' },
    modulesOf(result).map(
      (module) => [both(titleOf(module)), all.filter((one) => one.module === module)] as const,
    ),
  )}${counted(
    { en: 'Levels', zh: '级别' },
    LEVELS.map((level) => [level, all.filter((one) => one.level === level)] as const),
  )}</table></div>`;
};

type Reach = { readonly name: string; readonly isReached: boolean; readonly note: string };

/** A list that is read at a glance. */
const SHORT = 12;

/** A list of what was reached and what was not, the latter first, and open where it is short. */
const reached = (title: Text, all: readonly Reach[]): string => {
  const list = (names: readonly Reach[], shape: Outcome, word: Text): string =>
    names.length === 0
      ? ''
      : `<details${shape === 'untested' && names.length <= SHORT ? ' open' : ''}><summary>${both(word)} (${names.length})</summary><ul>${names
          .map(
            ({ name, note }) =>
              `<li class="${shape}">${mark(shape)}<code>${dotted(name)}</code>${note === '' ? '' : `<span class="quiet note">${note}</span>`}</li>`,
          )
          .join('')}</ul></details>`;
  const seen = all.filter(({ isReached }) => isReached);
  return `<section><h4>${both(title)} <span>${seen.length} / ${all.length}</span></h4>${list(
    all.filter(({ isReached }) => !isReached),
    'untested',
    { en: 'not reached', zh: '未到达' },
  )}${list(seen, 'passed', { en: 'reached', zh: '已到达' })}</section>`;
};

const times = (count: number): string => (count === 0 ? '' : `× ${count}`);

const operations = (all: Coverage['operations'], position: 'server' | 'caller') =>
  all
    .filter((one) => one.position === position)
    .map(({ name, accepted, refused }) => ({
      name,
      isReached: accepted + refused > 0,
      note: [
        ...(accepted > 0 ? [say(`${accepted} accepted`, `接受 ${accepted}`)] : []),
        ...(refused > 0 ? [say(`${refused} refused`, `拒绝 ${refused}`)] : []),
      ].join(', '),
    }));

const events = (all: Coverage['events'], position: 'sender' | 'receiver') =>
  all
    .filter((one) => one.position === position)
    .map(({ name, count }) => ({ name, isReached: count > 0, note: times(count) }));

/** Reasons of one line that are shown: the same way is refused alike each time it is tried. */
const REASONS = 3;

const reasonsOf = (tried: ReadonlyMap<string, Text>): string => {
  const shown = [...tried.values()].slice(0, REASONS).map(both);
  const more = tried.size - shown.length;
  return [...shown, ...(more > 0 ? [say(`and ${more} more`, `另有 ${more} 条`)] : [])]
    .map((one) => `<small>${one}</small>`)
    .join('');
};

/** Each way to a state that was gone, how often, and why those before it were not. */
const prepared = (result: Result): string => {
  const lineOf = ({ need, rung, result: end }: Result['prepared'][number]): string =>
    rung === 'NONE' ? `${need} · ${end}` : `${need} · ${rung}`;
  const lines = [...new Set(result.prepared.map(lineOf))];
  return lines.length === 0
    ? ''
    : `<section><h4>${say('Prepared', '准备')} <span>${result.prepared.length}</span></h4><ul>${lines
        .map((line) => {
          const those = result.prepared.filter((one) => lineOf(one) === line);
          const tried = new Map(
            those.flatMap((one) =>
              (one.tried ?? []).map(({ rung, why, zh = why }) => [
                `${rung}: ${why}`,
                { en: `${rung}: ${why}`, zh: `${rung}：${zh}` },
              ]),
            ),
          );
          return `<li><code>${escaped(line)}</code> <span class="quiet note">${times(those.length)}</span>${reasonsOf(tried)}</li>`;
        })
        .join('')}</ul></section>`;
};

const lists = (result: Result): string => {
  const { operations: ops, events: told, problems } = result.coverage;
  const sections: readonly (readonly [Text, readonly Reach[]])[] = [
    [{ en: 'Operations served', zh: '提供的操作' }, operations(ops, 'server')],
    [{ en: 'Operations called', zh: '调用的操作' }, operations(ops, 'caller')],
    [{ en: 'Events sent', zh: '发送的事件' }, events(told, 'sender')],
    [{ en: 'Events received', zh: '接收的事件' }, events(told, 'receiver')],
    [
      { en: 'Problems answered', zh: '应答的问题' },
      problems.map(({ name, status, count }) => ({
        name,
        isReached: count > 0,
        note: [String(status), times(count)].join(' ').trim(),
      })),
    ],
  ];
  return `<div class="coverage">${sections
    .filter(([, all]) => all.length > 0)
    .map(([title, all]) => reached(title, all))
    .join('')}${prepared(result)}</div>`;
};

const SHAPE_OF_CELL: Readonly<Record<TransitionCell['is'], Outcome>> = {
  ACCEPTED: 'passed',
  REFUSED: 'passed',
  VIOLATED: 'failed',
  NOT_REACHED: 'untested',
};
const CELL_WORDS: Readonly<Record<TransitionCell['is'], Text>> = {
  ACCEPTED: { en: 'accepted, as it ought to be', zh: '如规定接受' },
  REFUSED: { en: 'refused, as it ought to be', zh: '如规定拒绝' },
  VIOLATED: { en: 'violated', zh: '被违反' },
  NOT_REACHED: { en: 'not reached', zh: '未到达' },
};
/** Letters, so that accepting and refusing differ where colour does not help. */
const CELL_SIGNS: Readonly<Record<TransitionCell['is'], string>> = {
  ACCEPTED: '✓',
  REFUSED: '⊘',
  VIOLATED: '✗',
  NOT_REACHED: '·',
};

const cellText = ({ state, by, is, reason }: TransitionCell): Text => {
  const why = reason === undefined ? undefined : reasonText(reason);
  return {
    en: `${by} in ${state}: ${CELL_WORDS[is].en}${why === undefined ? '' : ` (${why.en})`}`,
    zh: `${state} 时 ${by}：${CELL_WORDS[is].zh}${why === undefined ? '' : `（${why.zh}）`}`,
  };
};

const cell = (found: TransitionCell | undefined): string => {
  if (found === undefined) return '<td class="cell"></td>';
  const text = cellText(found);
  return `<td class="cell ${SHAPE_OF_CELL[found.is]}" title="${escaped(`${text.en}\u00a0· ${text.zh}`)}"><span aria-hidden="true">${CELL_SIGNS[found.is]}</span><span class="unseen">${both(CELL_WORDS[found.is])}</span></td>`;
};

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** A lifecycle as a matrix: states down, commands and observations across. */
const matrix = (lifecycle: string, cells: readonly TransitionCell[]): string => {
  const states = unique(cells.map(({ state }) => state));
  const columns = unique(cells.map(({ by }) => by));
  const at = new Map(cells.map((one) => [`${one.state} ${one.by}`, one]));
  const isReached = cells.filter(({ is }) => is !== 'NOT_REACHED').length;
  const isBad = cells.some(({ is }) => is === 'VIOLATED');
  return `<details class="matrix"${isBad ? ' open' : ''}><summary><code>${escaped(lifecycle)}</code> <span class="quiet">${isReached} / ${cells.length}</span>${isBad ? ` <span class="failed">${mark('failed')}</span>` : ''}</summary><div class="wide" tabindex="0"><table class="grid"><thead><tr>${th(say('state', '状态'))}${columns
    .map((name) => th(`<span>${escaped(name)}</span>`, 'col', ' class="turned"'))
    .join('')}</tr></thead><tbody>${states
    .map(
      (state) =>
        `<tr>${th(escaped(state), 'row')}${columns.map((name) => cell(at.get(`${state} ${name}`))).join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div></details>`;
};

const transitions = ({ coverage: { transitions: cells } }: Result): string =>
  cells.length === 0
    ? ''
    : `<h3>${say('Lifecycles, cell by cell', '生命周期逐格')}</h3><p class="quiet">${(
        ['ACCEPTED', 'REFUSED', 'VIOLATED', 'NOT_REACHED'] as const
      )
        .map((is) => `${CELL_SIGNS[is]} ${both(CELL_WORDS[is])}`)
        .join(' · ')}</p>${unique(cells.map(({ lifecycle }) => lifecycle))
        .map((name) =>
          matrix(
            name,
            cells.filter(({ lifecycle }) => lifecycle === name),
          ),
        )
        .join('\n')}`;

const SURFACE_OF: Readonly<Record<Coverage['privacy']['surfaces'][number]['of'], Text>> = {
  ANSWER: { en: 'answers', zh: '应答' },
  REQUEST: { en: 'requests', zh: '请求' },
  PROBLEM: { en: 'problems', zh: '问题' },
  EVENT: { en: 'events', zh: '事件' },
};

/** Who looked in which stage, and whether a view was answered. */
const looks = (all: Coverage['privacy']['looks']): string => {
  const viewers = unique(all.map(({ viewer }) => viewer));
  const stages = unique(all.map(({ stage }) => stage));
  const at = new Map(all.map((one) => [`${one.viewer} ${one.stage}`, one]));
  return `<div class="wide" tabindex="0"><table class="grid"><thead><tr>${th(say('who looks', '查看者'))}${stages
    .map((stage) => th(`<span>${escaped(stage)}</span>`, 'col', ' class="turned"'))
    .join('')}</tr></thead><tbody>${viewers
    .map(
      (viewer) =>
        `<tr>${th(escaped(viewer), 'row')}${stages
          .map((stage) => {
            const { count, answered } = at.get(`${viewer} ${stage}`) ?? { count: 0, answered: 0 };
            const [shape, sign, word] =
              count === 0
                ? (['untested', '·', { en: 'nobody looked', zh: '未查看' }] as const)
                : answered === 0
                  ? (['inapplicable', '⊘', { en: 'no view answered', zh: '未给出视图' }] as const)
                  : (['passed', '✓', { en: 'a view was answered', zh: '给出视图' }] as const);
            return `<td class="cell ${shape}" title="${escaped(`${viewer}, ${stage}: ${word.en} · ${word.zh}`)}"><span aria-hidden="true">${sign}</span><span class="unseen">${both(word)}</span></td>`;
          })
          .join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div>`;
};

const privacy = ({ coverage: { privacy: found } }: Result): string => {
  const searched = found.surfaces.reduce((sum, { count }) => sum + count, 0);
  return `<h3>${say('Privacy', '隐私')}</h3><p>${say(
    `${found.people} invented ${found.people === 1 ? 'person was' : 'people were'} given to the system, and looked for in ${searched} places of what it said.`,
    `向系统提供了 ${found.people} 个虚构人员，并在其所言的 ${searched} 处查找。`,
  )}</p>${
    found.surfaces.length === 0
      ? ''
      : `<ul class="places">${found.surfaces
          .map(
            ({ of, surface, count }) =>
              `<li>${both(SURFACE_OF[of])}, ${escaped(surface)} <b>${count}</b></li>`,
          )
          .join('')}</ul>`
  }${found.looks.length === 0 ? '' : looks(found.looks)}<p class="quiet">${say(
    'What was not found was not found in what was observed; this does not prove that there is none.',
    '未发现只是在所见范围内未发现，并不证明没有。',
  )}</p>`;
};

/** What the run reached, of the requirements, of the contract and of the people that it invented. */
export const coverage = (result: Result): string =>
  `<section class="reached"><h2 id="coverage">${say('What the run reached', '本次运行到达之处')}</h2>
${outcomes(result)}
<h3>${say('Of the contract', '接口内容')}</h3>
${lists(result)}
${transitions(result)}
${privacy(result)}</section>`;
