import { registry } from '@openwaybill/schemas';
import { requirementOf } from '../catalogue/catalogue.ts';
import type { FaultRow, Judgement, Prove } from '../prove/report.ts';
import type { Outcome, RequirementId, Text } from '../words.ts';
import { pageOf } from './html-page.ts';
import { both, mark, say, told } from './html-words.ts';
import { MATRIX_SCRIPT } from './kill-matrix-script.ts';
import { escaped } from './plain-text.ts';
import { wantedAndSeen } from './wording.ts';

/** What a fault did to a requirement. */
type Cell = 'KILLED' | 'DEPENDANT' | 'ACCUSED' | 'SURVIVED' | 'BLINDED';

const CELLS: Readonly<
  Record<Cell, { readonly sign: string; readonly shape: Outcome; readonly word: Text }>
> = {
  KILLED: { sign: '✓', shape: 'passed', word: { en: 'killed', zh: '已发现' } },
  DEPENDANT: {
    sign: '∘',
    shape: 'passed',
    word: { en: 'failed with it, truthfully', zh: '如实连带' },
  },
  ACCUSED: { sign: '✗', shape: 'failed', word: { en: 'accused', zh: '误报' } },
  SURVIVED: { sign: '!', shape: 'failed', word: { en: 'survived', zh: '未发现' } },
  BLINDED: { sign: '?', shape: 'inconclusive', word: { en: 'blinded', zh: '被遮蔽' } },
};

const JUDGEMENTS: Readonly<Record<Judgement, { readonly shape: Outcome; readonly word: Text }>> = {
  KILLED: { shape: 'passed', word: { en: 'killed', zh: '已发现' } },
  ACCUSED: { shape: 'failed', word: { en: 'accuses', zh: '误报' } },
  PARTLY_SURVIVED: { shape: 'failed', word: { en: 'partly survived', zh: '部分未发现' } },
  SURVIVED: { shape: 'failed', word: { en: 'survived', zh: '未发现' } },
  BLINDS: { shape: 'inconclusive', word: { en: 'blinds', zh: '遮蔽其他' } },
  INVALID: { shape: 'inapplicable', word: { en: 'proves nothing', zh: '无效' } },
  CRASHED: { shape: 'failed', word: { en: 'broke the suite', zh: '使套件崩溃' } },
};

const BECAUSE: Readonly<Record<NonNullable<FaultRow['because']>, Text>> = {
  NEVER_FIRED: { en: 'it never came into play', zh: '从未触发' },
  BROKE_REFERENCE: { en: 'nothing worked with it', zh: '参考实现无法运行' },
  EQUIVALENT: { en: 'it changed nothing', zh: '未造成差异' },
};

/** Who wrote a fault. */
const KINDS: Readonly<Record<FaultRow['kind'], Text>> = {
  hand: { en: 'by hand', zh: '手写' },
  behaviour: { en: 'of behaviour', zh: '行为' },
  wire: { en: 'of the wire', zh: '报文' },
};
const KIND_NAMES = Object.keys(KINDS) as readonly FaultRow['kind'][];

/** The cells of a fault; a requirement that it left alone has none. */
const cellsOf = (row: FaultRow): ReadonlyMap<RequirementId, Cell> => {
  const cells = new Map<RequirementId, Cell>();
  if (row.judgement === 'INVALID') return cells;
  for (const id of row.violates) cells.set(id, row.failed.includes(id) ? 'KILLED' : 'SURVIVED');
  for (const id of row.failed)
    if (!cells.has(id)) cells.set(id, row.dependants.includes(id) ? 'DEPENDANT' : 'ACCUSED');
  for (const id of row.inconclusive)
    if (!cells.has(id) && row.masks !== 'all' && !row.masks.includes(id)) cells.set(id, 'BLINDED');
  return cells;
};

const moduleOf = (row: FaultRow): string =>
  row.violates[0] === undefined ? '' : requirementOf(row.violates[0]).module;

const titleOfModule = (name: string): Text =>
  [...registry.modules, ...registry.concerns].find((one) => one.name === name)?.title ?? {
    en: name,
    zh: name,
  };

/** Where a requirement was seen to fail: the message, and what was wanted and seen. */
const evidence = (row: FaultRow): string =>
  row.evidence.length === 0
    ? ''
    : `<details><summary>${say('what was seen', '所见')} (${row.evidence.length})</summary><ul class="cases">${row.evidence
        .map((one) => {
          const { expected, actual } = wantedAndSeen(one);
          return `<li><code>${escaped(one.requirement)} ${escaped(one.case)}</code> ${escaped([one.scenario, one.request, one.status === undefined ? undefined : String(one.status), one.pointer].filter((part) => part !== undefined).join(' · '))}<br>${say('wanted', '应为')} <span class="passed">${both(expected)}</span>, ${say('saw', '实为')} <span class="failed">${both(actual)}</span></li>`;
        })
        .join('')}</ul></details>`;

/** Why a shortcoming may stay for now. */
const acceptances = (row: FaultRow, accepted: Prove['accepted']): string =>
  accepted
    .filter(({ fault, judgement }) => fault === row.id && judgement === row.judgement)
    .map(
      ({ requirement, reason, date }) =>
        `<span class="reason">${say('accepted', '已接受')} ${escaped(requirement)}, ${escaped(date)}: ${both(reason)}</span>`,
    )
    .join('');

const faultRow = (
  row: FaultRow,
  columns: readonly RequirementId[],
  shows: boolean,
  accepted: Prove['accepted'],
): string => {
  const cells = cellsOf(row);
  const { shape, word } = JUDGEMENTS[row.judgement];
  const outside = [...cells].filter(([id]) => !shows || !columns.includes(id));
  const cell = (id: RequirementId): string => {
    const found = cells.get(id);
    if (found === undefined) return '<td class="cell"></td>';
    const { sign, shape: look, word: said } = CELLS[found];
    return `<td class="cell ${look}" title="${escaped(`${id}: ${said.en} · ${said.zh}`)}"><span aria-hidden="true">${sign}</span><span class="unseen">${both(said)}</span></td>`;
  };
  return `<tr data-judgement="${row.judgement}" data-kind="${row.kind}" data-module="${escaped(moduleOf(row))}"><th scope="row"><code>${escaped(row.id)}</code> <span class="verdictword ${shape}">${mark(shape)}${both(word)}${row.because === undefined ? '' : `: ${both(BECAUSE[row.because])}`}</span><span class="reason">${both(row.title)}</span>${outside.length === 0 ? '' : `<span class="reason">${outside.map(([id, found]) => `<span class="${CELLS[found].shape}">${CELLS[found].sign} ${escaped(id)}</span>`).join(' ')}</span>`}${acceptances(row, accepted)}${row.crash === undefined ? '' : `<span class="reason">${escaped(row.crash)}</span>`}${evidence(row)}</th>${shows ? columns.map(cell).join('') : ''}</tr>`;
};

/** More columns than a page is wide are told in the row instead. */
const MOST_COLUMNS = 40;

const moduleTable = (
  module: string,
  rows: readonly FaultRow[],
  accepted: Prove['accepted'],
): string => {
  const columns = [...new Set(rows.flatMap((row) => [...cellsOf(row).keys()]))].sort();
  const shows = columns.length <= MOST_COLUMNS;
  const isGood = rows.every(({ judgement }) => judgement === 'KILLED' || judgement === 'INVALID');
  const killed = rows.filter(({ judgement }) => judgement === 'KILLED').length;
  return `<details class="matrix" data-module="${escaped(module)}"${isGood ? '' : ' open'}><summary><b>${both(titleOfModule(module))}</b> <span class="quiet">${killed} / ${rows.length}</span>${isGood ? '' : ` <span class="failed">${mark('failed')}</span>`}</summary><div class="wide" tabindex="0"><table class="grid kill"><thead><tr><th scope="col">${say('fault', '缺陷')}</th>${
    shows
      ? columns
          .map((id) => `<th scope="col" class="turned"><span>${escaped(id)}</span></th>`)
          .join('')
      : ''
  }</tr></thead><tbody>${rows.map((row) => faultRow(row, columns, shows, accepted)).join('\n')}</tbody></table></div></details>`;
};

const totals = (prove: Prove): string =>
  `<div class="wide" tabindex="0"><table class="counts totals"><thead><tr><th scope="col"><span class="unseen">${say('kind', '种类')}</span></th>${(
    [
      ['faults', '缺陷'],
      ['killed', '已发现'],
      ['invalid', '无效'],
      ['sensitivity', '灵敏度'],
      ['specificity', '特异度'],
    ] as const
  )
    .map(([en, zh]) => `<th scope="col" class="number">${say(en, zh)}</th>`)
    .join('')}</tr></thead><tbody>${KIND_NAMES.map((kind) => {
    const sum = prove.totals.kinds[kind];
    const invalid = sum.invalid.NEVER_FIRED + sum.invalid.BROKE_REFERENCE + sum.invalid.EQUIVALENT;
    return `<tr><th scope="row">${both(KINDS[kind])}</th>${[
      String(sum.faults),
      String(sum.killed),
      String(invalid),
      `${sum.sensitive} / ${sum.valid}`,
      `${sum.specific} / ${sum.valid}`,
    ]
      .map((text) => `<td class="number">${text}</td>`)
      .join('')}</tr>`;
  }).join('')}</tbody></table></div>`;

const filters = (modules: readonly string[]): string =>
  `<div class="filters" role="search"><input id="search" type="search" autocomplete="off" spellcheck="false"${told({ en: 'Filter by text', zh: '按文字筛选' })}>
<select id="module"${told({ en: 'Module', zh: '模块' })}><option value=""${told({ en: 'all modules', zh: '全部模块' })}>all modules</option>${modules
    .map(
      (name) =>
        `<option value="${escaped(name)}"${told(titleOfModule(name))}>${escaped(titleOfModule(name).en)}</option>`,
    )
    .join('')}</select>
<select id="kind"${told({ en: 'Kind', zh: '种类' })}><option value=""${told({ en: 'all kinds', zh: '全部种类' })}>all kinds</option>${KIND_NAMES.map((kind) => `<option value="${kind}"${told(KINDS[kind])}>${KINDS[kind].en}</option>`).join('')}</select>
<div class="chips"><button type="button" class="chip failed" id="open" aria-pressed="false">${mark('failed')}<span>${say('not killed', '未发现的')}</span></button></div><span class="shown" id="shown" aria-live="polite"></span></div>`;

/** More ids than this are no command that somebody would copy. */
const MOST_NAMED = 20;

/** The command that proves the same again. */
const again = ({ run }: Prove): string =>
  [
    'openwaybill prove',
    ...(run.kinds.length === 1 ? [`--faults ${run.kinds[0]}`] : []),
    ...(run.only === undefined || run.only.length > MOST_NAMED
      ? []
      : [`--only ${run.only.join(' ')}`]),
    ...(run.sample === undefined ? [] : [`--sample ${run.sample}`]),
    `--seed ${run.seed}`,
  ].join(' ');

/** What an unmet demand names, so that a reader need not open the document for it. */
const unmet = ({ worklist, stale }: Prove, { id, isMet }: Prove['demands'][number]): string => {
  if (isMet) return '';
  if (id === 'WORKLIST') return `: <code>${worklist.map(escaped).join(' ')}</code>`;
  return id === 'ACCEPTED'
    ? `: ${stale.map(({ fault, why }) => `<code>${escaped(fault)}</code> ${both(why)}`).join('; ')}`
    : '';
};

/** What a proof of the suite found: the requirements across, the faults down, and what each did to each. */
export const renderKillMatrix = (prove: Prove): string => {
  const modules = [...new Set(prove.faults.map(moduleOf))].sort();
  const demands = prove.demands
    .map(
      (one) =>
        `<li>${mark(one.isMet ? 'passed' : 'failed')} <code>${one.id}</code> ${both(one.text)}${unmet(prove, one)}</li>`,
    )
    .join('');
  return pageOf({
    title: `prove · ${prove.suite.version}`,
    digest: prove.digests.suite,
    keys: ['/', 'l'],
    script: MATRIX_SCRIPT,
    main: [
      `<section class="hero"><p class="eyebrow">${say('Proof of the suite', '套件自证')} · ${escaped(prove.suite.version)}${prove.run.whole ? '' : ` · ${say('a part', '部分')}`}</p><h1>${prove.totals.killed} / ${prove.totals.valid}</h1><p class="quiet">${say('valid faults killed: all that each violates failed, and nothing else', '有效缺陷被准确发现：所违反的要求均未通过，且无误报')}</p><ul class="cases">${demands}</ul></section>`,
      totals(prove),
      filters(modules),
      `<section><h2>${say('Kill matrix', '缺陷矩阵')}</h2><p class="quiet">${Object.values(CELLS)
        .map(({ sign, word }) => `${sign} ${both(word)}`)
        .join(' · ')}</p>${modules
        .map((module) =>
          moduleTable(
            module,
            prove.faults.filter((row) => moduleOf(row) === module),
            prove.accepted,
          ),
        )
        .join(
          '\n',
        )}<p class="none" id="no-row" hidden>${say('No fault fits the filter.', '没有符合筛选条件的缺陷。')}</p></section>`,
    ],
    footer: `<pre class="command" tabindex="0">${escaped(again(prove))}</pre>`,
  });
};
