import { registry } from '@openwaybill/schemas';
import type { RequirementResult, Result, VerdictRow } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';
import type { CaseState, Outcome, Text, Verdict } from '../words.ts';
import { type Card, cardsOf, type ShownExchange, type ShownMessage } from './card.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import { escaped } from './plain-text.ts';
import { checkCommand } from './repeat.ts';
import { countsOf, firstLook, setName, verdictSentence } from './totals.ts';
import {
  CASE_WORDS,
  OUTCOME_ORDER,
  OUTCOME_WORDS,
  partyText,
  reasonText,
  VERDICT_WORDS,
  verdictLook,
  verdictText,
} from './wording.ts';

/** Lines of a body on one side of the marked one; a card is read, not searched. */
const LINES_AROUND = 150;

/** A text in both languages; the style shows the one that the reader chose. */
const both = ({ en, zh }: Text): string =>
  en === zh
    ? escaped(en)
    : `<span lang="en">${escaped(en)}</span><span lang="zh">${escaped(zh)}</span>`;

/** What stands between backticks is a name of the wire. */
const prose = ({ en, zh }: Text): string => {
  const marked = (text: string): string =>
    text
      .split('`')
      .map((piece, at) => (at % 2 === 1 ? `<code>${escaped(piece)}</code>` : escaped(piece)))
      .join('');
  return `<span lang="en">${marked(en)}</span><span lang="zh">${marked(zh)}</span>`;
};

const say = (en: string, zh: string): string => both({ en, zh });

/** Attributes from which the script writes what cannot hold an element. */
const told = (text: Text): string => ` data-en="${escaped(text.en)}" data-zh="${escaped(text.zh)}"`;

const SHAPES: Readonly<Record<Outcome, string>> = {
  passed:
    '<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.6 8.3l2.3 2.3 4.6-5" fill="none" stroke="var(--cut, var(--sheet))" stroke-width="1.8"/>',
  failed:
    '<path d="M4.8.5h6.4l4.3 4.3v6.4l-4.3 4.3H4.8L.5 11.2V4.8z" fill="currentColor"/><path d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6" stroke="var(--cut, var(--sheet))" stroke-width="1.8"/>',
  inconclusive:
    '<path d="M8 1.2L14.8 8 8 14.8 1.2 8z" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 1.2L1.2 8 8 14.8z" fill="currentColor"/>',
  untested:
    '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="3.1 2.1"/>',
  inapplicable: '<path d="M2.5 8h11" stroke="currentColor" stroke-width="2.2"/>',
};

const SYMBOLS = `<svg hidden width="0" height="0">${Object.entries(SHAPES)
  .map(([name, shape]) => `<symbol id="o-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('')}</svg>`;

const mark = (outcome: Outcome): string =>
  `<svg class="mark ${outcome}" aria-hidden="true"><use href="#o-${outcome}"/></svg>`;

const SHAPE_OF_VERDICT: Readonly<Record<Verdict, Outcome>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  undetermined: 'inconclusive',
  'not-claimed': 'inapplicable',
};
const SHAPE_OF_CASE: Readonly<Record<CaseState, Outcome>> = {
  held: 'passed',
  violated: 'failed',
  blocked: 'inconclusive',
  silent: 'untested',
};

/** Widths as attributes, because the policy of the page allows no style beside its own. */
const bar = (counts: VerdictRow['counts']): string => {
  const order = ['passed', 'failed', 'inconclusive', 'untested'] as const;
  const all = order.reduce((sum, outcome) => sum + counts[outcome], 0);
  let x = 0;
  const pieces = order.flatMap((outcome) => {
    const width = all === 0 ? 0 : (counts[outcome] / all) * 1000;
    if (width === 0) return [];
    const piece = `<rect class="${outcome}" x="${x.toFixed(1)}" width="${Math.max(0, width - 3).toFixed(1)}" height="10"/>`;
    x += width;
    return [piece];
  });
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${pieces.join('')}</svg>`;
};

const tally = (counts: Readonly<Record<Outcome, number>>): string =>
  `<div class="tally">${OUTCOME_ORDER.filter((outcome) => counts[outcome] > 0)
    .map(
      (outcome) =>
        `<span class="${outcome}">${mark(outcome)}${counts[outcome]} ${both(OUTCOME_WORDS[outcome])}</span>`,
    )
    .join('')}</div>`;

const verdict = (result: Result, row: VerdictRow): string => {
  const name = row.part === undefined ? row.class : `${row.class} / ${row.part}`;
  return `<li class="verdict"><header>${mark(SHAPE_OF_VERDICT[verdictLook(row)])}<span class="name">${escaped(name)}</span><span class="${verdictLook(row)}">${both(verdictText(row))}</span></header><p>${both(verdictSentence(result, row))}</p>${bar(row.counts)}${tally(row.counts)}</li>`;
};

/** A card a claimed class; what is not claimed is told in one line. */
const verdicts = (result: Result): string => {
  const claimed = result.verdicts.filter((row) => row.verdict !== 'not-claimed');
  const others = result.verdicts.filter((row) => row.verdict === 'not-claimed');
  return `<ul class="verdicts">${claimed.map((row) => verdict(result, row)).join('\n')}</ul>${
    others.length === 0
      ? ''
      : `\n<p class="quiet unclaimed">${mark('inapplicable')}${both(VERDICT_WORDS['not-claimed'])}: ${escaped(others.map((row) => row.class).join(', '))}</p>`
  }`;
};

const fact = (name: Text, value: string): string =>
  `<div><dt>${both(name)}</dt><dd>${value}</dd></div>`;

const hero = (result: Result): string => {
  const { system, run, suite, transcript, harness } = result;
  const shortDigest = transcript.digest.replace('sha256:', '').slice(0, 16);
  const seconds = Math.max(
    0,
    Math.round((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000),
  );
  return `<section class="hero"><p class="eyebrow">${say('Conformance report', '符合性检测报告')} · ${escaped(system.role)} · ${both(setName(result))} · ${run.depth}</p>
<h1>${escaped(system.software.name)} ${escaped(system.software.version)}</h1>
<p class="quiet">${escaped(system.organisation)} · ${system.environment}${system.url === undefined ? '' : ` · <code>${escaped(system.url)}</code>`}</p>
${verdicts(result)}
<p class="first"><b>${say('Look first', '先看')}</b>${
    result.findings.length > 0 && harness.length === 0 && run.failure === undefined
      ? `<a href="#finding-1">${both(firstLook(result))}</a>`
      : both(firstLook(result))
  }</p>
<dl class="facts">${[
    fact(
      { en: 'Requirement set', zh: '要求集' },
      `${both(setName(result))}${result.set.stage === 'GENERAL' ? ` <span class="quiet">${say('general', '正式')}</span>` : ''}`,
    ),
    fact({ en: 'Depth of evidence', zh: '证据深度' }, run.depth),
    fact(
      { en: 'Started', zh: '开始' },
      `${escaped(run.startedAt.slice(0, 19).replace('T', ' '))} UTC <span class="quiet">${Number.isFinite(seconds) ? `+${seconds} s` : ''}</span>`,
    ),
    fact({ en: 'Seed', zh: '随机种子' }, String(run.seed)),
    fact({ en: 'Suite', zh: '测试套件' }, escaped(`${suite.name} ${suite.version}`)),
    fact({ en: 'Run', zh: '运行' }, `<code>${escaped(run.runId)}</code>`),
    fact(
      { en: 'Transcript', zh: '交换记录' },
      `<code>${escaped(shortDigest)}…</code> <span class="quiet">${transcript.entryCount} ${say('entries', '条')}</span>`,
    ),
  ].join('')}</dl></section>`;
};

const notices = (result: Result): string => {
  const { warnings, harness, run } = result;
  const failures = [
    ...(run.failure === undefined
      ? []
      : [say(`The environment: ${run.failure.en}`, `环境：${run.failure.zh}`)]),
    ...(run.complete ? [] : [say('The run ended before its end.', '运行未完成。')]),
    ...harness.map(({ at, issue }) =>
      say(
        `Our own failure at #${at}, not the system's: ${issue}`,
        `#${at} 处为自身故障，与被测系统无关：${issue}`,
      ),
    ),
  ];
  if (warnings.length + failures.length === 0) return '';
  return `<section><h2>${say('How far to trust this run', '本次运行的可信程度')}</h2>${failures
    .map((text) => `<p class="notice bad">${mark('failed')}<span>${text}</span></p>`)
    .join('')}${warnings
    .map(
      ({ code, text }) =>
        `<p class="notice">${mark('inconclusive')}<span>${both(text)} <code>${escaped(code)}</code></span></p>`,
    )
    .join('')}</section>`;
};

const chapters = [...registry.modules, ...registry.concerns];
const titles = new Map(chapters.map(({ name, title }) => [name, title]));
const titleOf = (module: string): Text => titles.get(module) ?? { en: module, zh: module };

/** The modules that occur, in the order of the standard. */
const modulesOf = (result: Result): readonly string[] => {
  const present = new Set(result.requirements.map(({ module }) => module));
  const known = chapters.map(({ name }) => name).filter((name) => present.has(name));
  return [...known, ...[...present].filter((name) => !titles.has(name)).sort()];
};

const filters = (result: Result): string => {
  const counts = countsOf(result.requirements);
  const classes = [...new Set(result.requirements.map((one) => one.class))].sort();
  return `<div class="filters" role="search"><input id="search" type="search" autocomplete="off" spellcheck="false"${told({ en: 'Filter by text', zh: '按文字筛选' })}>
<select id="class"${told({ en: 'Class', zh: '类别' })}><option value=""${told({ en: 'all classes', zh: '全部类别' })}>all classes</option>${classes
    .map((name) => `<option value="${escaped(name)}">${escaped(name)}</option>`)
    .join('')}</select>
<select id="module"${told({ en: 'Module', zh: '模块' })}><option value=""${told({ en: 'all modules', zh: '全部模块' })}>all modules</option>${modulesOf(
    result,
  )
    .map(
      (name) =>
        `<option value="${escaped(name)}"${told(titleOf(name))}>${escaped(titleOf(name).en)}</option>`,
    )
    .join('')}</select>
<div class="chips">${OUTCOME_ORDER.map(
    (outcome) =>
      `<button type="button" class="chip ${outcome}" data-outcome="${outcome}" aria-pressed="false">${mark(outcome)}<b>${counts[outcome]}</b><span>${both(OUTCOME_WORDS[outcome])}</span></button>`,
  ).join('')}</div><span class="shown" id="shown" aria-live="polite"></span></div>`;
};

const body = ({ headers, lines, marked }: ShownMessage): string => {
  const from = Math.max(0, marked < 0 ? 0 : marked - LINES_AROUND);
  const to = Math.min(lines.length, Math.max(0, marked) + LINES_AROUND);
  const head = headers
    .map(([name, value]) => `<span class="line head">${escaped(`${name}: ${value}`)}</span>`)
    .join('');
  const gap = '<span class="line head">…</span>';
  const shown = lines
    .slice(from, to)
    .map((line, at) =>
      from + at === marked
        ? `<mark>${escaped(line)}</mark>`
        : `<span class="line">${escaped(line)}</span>`,
    )
    .join('');
  if (head === '' && shown === '') return '';
  return `<pre class="rest" tabindex="0">${head}${head !== '' && shown !== '' ? '<span class="line"> </span>' : ''}${from > 0 ? gap : ''}${shown}${to < lines.length ? gap : ''}</pre>`;
};

const message = (title: string, shown: ShownMessage): string =>
  `<div><h4>${title}</h4><pre class="start">${shown.isStartMarked ? `<mark>${escaped(shown.start)}</mark>` : escaped(shown.start)}</pre>${body(shown)}</div>`;

const exchange = ({ seq, from, to, request, response, unanswered }: ShownExchange): string =>
  `<div class="pair">${message(`${say('Request', '请求')} #${seq} · ${both(partyText(from))} → ${both(partyText(to))}`, request)}${
    response === undefined
      ? `<div><h4>${say('No answer', '无应答')}</h4><pre class="start"><mark>${escaped(unanswered ?? '–')}</mark></pre></div>`
      : message(say('Response', '应答'), response)
  }</div>`;

const card = (one: Card, at: number, result: Result, first: number): string => {
  const { finding } = one;
  const requirement = result.requirements.find(({ id }) => id === finding.requirement);
  const id = escaped(finding.requirement);
  const step = [one.scenario, one.step].flatMap((text) => (text === undefined ? [] : [both(text)]));
  const link = (name: string): string => `<a href="#req-${escaped(name)}">${escaped(name)}</a>`;
  return `<article class="card${finding.isWarning ? ' warning' : ''}" id="finding-${at + 1}" tabindex="-1" data-outcome="failed" data-class="${escaped(requirement?.class ?? '')}" data-module="${escaped(requirement?.module ?? '')}">
<header>${mark('failed')}<a class="id" href="#req-${id}">${id}</a><span class="level">${finding.level}</span>${finding.isWarning ? `<span class="inconclusive">${say('warning', '警告')}</span>` : ''}<code class="case">${escaped(finding.case)}</code></header>
<h3>${prose(finding.text)}</h3>
<p class="quiet">${say('Clause', '条款')} ${escaped(finding.clause)} · <code>openwaybill explain ${id}</code></p>
${first === at ? '' : `<p class="same">${say('Same cause as', '与此项同因：')} <a href="#finding-${first + 1}">${say(`finding ${first + 1}`, `发现 ${first + 1}`)}</a></p>`}
${step.length + one.before.length === 0 ? '' : `<h4>${say('Step', '步骤')}</h4><div class="trail"><p>${step.join(' › ')}</p><ul>${one.before.map((line) => `<li>${both(line)}</li>`).join('')}</ul></div>`}
${one.shown === undefined ? '' : exchange(one.shown)}
${one.twin === undefined ? '' : `<details><summary>${say('The exchange that it is compared with', '与之对照的交换')} #${one.twin.seq}</summary>${exchange(one.twin)}</details>`}
<dl class="wanted">${finding.pointer === undefined ? '' : `<dt>${say('Pointer', '位置')}</dt><dd><code>${escaped(finding.pointer || '/')}</code></dd>`}<dt>${say('Expected', '应为')}</dt><dd class="passed">${escaped(finding.expected)}</dd><dt>${say('Actual', '实为')}</dt><dd class="failed">${escaped(finding.actual)}</dd></dl>
<h4>${say('See it yourself', '自行重现')}</h4>${one.curl === undefined ? '' : `<pre class="command" tabindex="0">${command(one.curl)}</pre>`}<pre class="command" tabindex="0">${command(one.check)}</pre>
${one.others.length === 0 ? '' : `<p class="same">${say('The same exchange also violates', '同一交换另违反')} ${one.others.map(link).join(' ')}</p>`}
<details><summary>${say('I think the suite is wrong', '我认为是套件有误')}</summary><p>${say('Attach this piece of the transcript, its chain intact; it becomes the golden', '请附上交换记录的这一段（链完整）；它将成为范例')} <code>${escaped(one.golden)}</code></p>${one.piece === undefined ? '' : `<pre class="command" tabindex="0">${command(one.piece)}</pre>`}</details>
</article>`;
};

/** Commands keep their lines. */
const command = (text: string): string => text.split('\n').map(escaped).join('\n');

const findings = (result: Result, transcript: Transcript): string => {
  const cards = cardsOf(result, transcript);
  const causes = new Set(cards.map(({ cause }) => cause)).size;
  const firstOf = (cause: number): number => cards.findIndex((one) => one.cause === cause);
  return `<section><h2>${say('Findings', '发现')}<small>${
    cards.length === 0
      ? ''
      : say(
          `${cards.length} from ${causes} ${causes === 1 ? 'cause' : 'causes'}`,
          `${cards.length} 项，${causes} 个原因`,
        )
  } <span class="keys"><kbd>j</kbd> <kbd>k</kbd></span></small></h2>
${cards.map((one, at) => card(one, at, result, firstOf(one.cause))).join('\n')}
<p class="none" id="no-card"${cards.length === 0 ? '' : ' hidden'}>${
    cards.length === 0
      ? say('Nothing that was seen violates a requirement.', '所见均未违反要求。')
      : say('No finding fits the filter.', '没有符合筛选条件的发现。')
  }</p></section>`;
};

const caseLine = (one: RequirementResult['cases'][number]): string =>
  `<li>${mark(SHAPE_OF_CASE[one.state])} <code>${escaped(one.id)}</code> ${both(CASE_WORDS[one.state])}${
    one.unsteady === true ? ` · ${say('unsteady', '不稳定')}` : ''
  }${one.reason === undefined ? '' : ` · <span class="quiet">${both(reasonText(one.reason))}</span>`}${
    one.isObligatory ? '' : ` · <span class="quiet">${say('optional', '非必需')}</span>`
  }</li>`;

const row = (one: RequirementResult): string => {
  const reason = one.reason === undefined ? '' : both(reasonText(one.reason));
  const held = one.cases.filter(({ state }) => state === 'held').length;
  const cases =
    one.cases.length === 0
      ? ''
      : `<details${one.outcome === 'failed' ? ' open' : ''}><summary>${say(
          `${held} of ${one.cases.length} ${one.cases.length === 1 ? 'case' : 'cases'} held`,
          `${one.cases.length} 个判例中 ${held} 个成立`,
        )}</summary><ul class="cases">${one.cases.map(caseLine).join('')}</ul></details>`;
  return `<tr id="req-${escaped(one.id)}" data-outcome="${one.outcome}" data-class="${escaped(one.class)}" data-module="${escaped(one.module)}"><td class="id">${escaped(one.id)}</td><td class="level">${one.level}</td><td class="outcome"><span class="${one.outcome}">${mark(one.outcome)}${both(OUTCOME_WORDS[one.outcome])}</span>${
    one.expected === true ? ` <span class="quiet">${say('expected', '预期')}</span>` : ''
  }${reason === '' ? '' : `<span class="reason">${reason}</span>`}</td><td class="text">${prose(one.text)} <span class="quiet">${escaped(one.clause)} · ${one.tier}</span>${cases}</td></tr>`;
};

const requirements = (result: Result): string =>
  `<section><h2>${say('Requirements', '要求')}<small>${result.requirements.length}</small></h2>${modulesOf(
    result,
  )
    .map((module) => {
      const mine = result.requirements.filter((one) => one.module === module);
      const isBeside = mine.every(({ outcome }) => outcome === 'inapplicable');
      return `<details class="module"${isBeside ? '' : ' open'}><summary><span class="title">${both(titleOf(module))}</span>${tally(countsOf(mine))}</summary><table><thead><tr><th scope="col">${say('Requirement', '要求')}</th><th scope="col">${say('Level', '级别')}</th><th scope="col">${say('Outcome', '结果')}</th><th scope="col">${say('Text and cases', '内容与判例')}</th></tr></thead><tbody>
${mine.map(row).join('\n')}
</tbody></table></details>`;
    })
    .join(
      '\n',
    )}<p class="none" id="no-row" hidden>${say('No requirement fits the filter.', '没有符合筛选条件的要求。')}</p></section>`;

/** A dotted name may be broken after its dots. */
const dotted = (name: string): string => escaped(name).replaceAll('.', '.<wbr>');

const covered = (
  title: Text,
  { seen, unseen }: { readonly seen: readonly string[]; readonly unseen: readonly string[] },
): string => {
  const list = (names: readonly string[], shape: Outcome, word: Text): string =>
    names.length === 0
      ? ''
      : `<details${shape === 'untested' ? ' open' : ''}><summary>${both(word)} (${names.length})</summary><ul>${names
          .map((name) => `<li class="${shape}">${mark(shape)}<code>${dotted(name)}</code></li>`)
          .join('')}</ul></details>`;
  const all = seen.length + unseen.length;
  return `<section><h3>${both(title)} <span>${seen.length} / ${all}</span></h3>${list(unseen, 'untested', { en: 'not reached', zh: '未到达' })}${list(seen, 'passed', { en: 'reached', zh: '已到达' })}</section>`;
};

const coverage = ({ coverage: { operations, events }, prepared }: Result): string =>
  `<section><h2>${say('What the run reached', '本次运行到达之处')}</h2><div class="coverage">${covered({ en: 'Operations', zh: '操作' }, operations)}${covered({ en: 'Events sent by the system', zh: '系统发送的事件' }, events)}${
    prepared.length === 0
      ? ''
      : `<section><h3>${say('Prepared', '准备')} <span>${prepared.length}</span></h3><ul>${[
          ...new Set(prepared.map(({ need, rung }) => `${need} · ${rung}`)),
        ]
          .map((line) => {
            const times = prepared.filter(({ need, rung }) => `${need} · ${rung}` === line).length;
            return `<li><code>${escaped(line)}</code> <span class="quiet">× ${times}</span></li>`;
          })
          .join('')}</ul></section>`
  }</div></section>`;

/**
 * What a run found, as one page that opens from the disk and asks for nothing. Its nonce follows from the digest of
 * the transcript, which no answer inside of the transcript can know beforehand.
 */
export const renderHtml = (result: Result, transcript: Transcript): string => {
  const nonce = result.transcript.digest.replace(/[^A-Za-z0-9]/g, '') || 'none';
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  const title = `${result.system.software.name} ${result.system.software.version} · ${result.system.role} · ${result.set.version} · ${result.run.depth}`;
  return `<!doctype html>
<html lang="en" data-lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · OpenWaybill</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
${SYMBOLS}
<div class="top"><div class="brand">OpenWaybill<span lang="zh">开放运单</span></div><div><span class="keys"><kbd>/</kbd> <kbd>j</kbd> <kbd>k</kbd> <kbd>l</kbd></span> <button type="button" class="switch" id="switch"${told({ en: '中文', zh: 'English' })}>中文</button></div></div>
<main>
${hero(result)}
${notices(result)}
${filters(result)}
${findings(result, transcript)}
${requirements(result)}
${coverage(result)}
</main>
<footer><pre class="command" tabindex="0">${command(checkCommand(result))}</pre><p>${say(
    'Conformant is a property of the wire, found by this run; it is not the word of a third party. Values above class business are shown as class and kind; the transcript beside this report has the rest.',
    '“符合”是本次运行所见的线上行为，并非第三方证明。business 以上级别的值只显示类别与种类，其余见随附的交换记录。',
  )}</p></footer>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
};
