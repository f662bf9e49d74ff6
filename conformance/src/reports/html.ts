import type { RequirementResult, Result, VerdictRow } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';
import type { Level, Text } from '../words.ts';
import { findings } from './html-card.ts';
import { coverage } from './html-coverage.ts';
import { pageOf } from './html-page.ts';
import { SCRIPT } from './html-script.ts';
import {
  bar,
  both,
  command,
  mark,
  modulesOf,
  prose,
  SHAPE_OF_CASE,
  SHAPE_OF_VERDICT,
  say,
  tally,
  titleOf,
  told,
} from './html-words.ts';
import { escaped } from './plain-text.ts';
import { checkCommand } from './repeat.ts';
import { countsOf, firstLook, setName, verdictSentence } from './totals.ts';
import {
  CASE_WORDS,
  OUTCOME_ORDER,
  OUTCOME_WORDS,
  reasonText,
  VERDICT_WORDS,
  verdictLook,
  verdictText,
} from './wording.ts';

/** The core, and whatever does not conform, take the whole width. */
const isWide = (row: VerdictRow): boolean => row.class === 'core' || row.verdict !== 'conformant';

const verdict = (result: Result, row: VerdictRow): string =>
  `<li class="verdict${isWide(row) ? ' whole' : ''}"><header>${mark(SHAPE_OF_VERDICT[verdictLook(row)])}<span class="name">${escaped(row.class)}</span><span class="${verdictLook(row)}">${both(verdictText(row))}</span></header><p>${both(verdictSentence(result, row))}</p>${bar(row.counts)}${tally(row.counts)}</li>`;

/** What needs no card of its own: classes in one line, with why. */
const inOneLine = (rows: readonly VerdictRow[], why: Text): string =>
  rows.length === 0
    ? ''
    : `\n<p class="quiet unclaimed">${mark('inapplicable')}${both(why)}: ${escaped(
        rows
          .map((row) => (row.aboveDepth > 0 ? `${row.class} (${row.aboveDepth})` : row.class))
          .join(', '),
      )}</p>`;

/** A card a claimed class, the core first; what is not claimed or left nothing to judge is told in one line each. */
const verdicts = (result: Result): string => {
  const rows = result.verdicts.filter(({ part }) => part === undefined);
  const judged = rows
    .filter((row) => verdictLook(row) !== 'not-claimed')
    .toSorted((a, b) => Number(isWide(b)) - Number(isWide(a)));
  const empty = rows.filter(({ reason }) => reason !== undefined);
  const whys = [...new Set(empty.map((row) => verdictText(row)))];
  return `<ul class="verdicts">${judged.map((row) => verdict(result, row)).join('\n')}</ul>${whys
    .map((why) =>
      inOneLine(
        empty.filter((row) => verdictText(row) === why),
        why,
      ),
    )
    .join('')}${inOneLine(
    rows.filter((row) => row.verdict === 'not-claimed'),
    VERDICT_WORDS['not-claimed'],
  )}`;
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

const LEVELS: readonly Level[] = ['MUST', 'MUST NOT', 'SHOULD', 'MAY'];

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
<select id="level"${told({ en: 'Level', zh: '级别' })}><option value=""${told({ en: 'all levels', zh: '全部级别' })}>all levels</option>${LEVELS.map(
    (level) => `<option value="${level}">${level}</option>`,
  ).join('')}</select>
<div class="chips">${OUTCOME_ORDER.map(
    (outcome) =>
      `<button type="button" class="chip ${outcome}" data-outcome="${outcome}" aria-pressed="false">${mark(outcome)}<b>${counts[outcome]}</b><span>${both(OUTCOME_WORDS[outcome])}</span></button>`,
  ).join('')}</div><span class="shown" id="shown" aria-live="polite"></span></div>`;
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
  return `<tr id="req-${escaped(one.id)}" data-outcome="${one.outcome}" data-class="${escaped(one.class)}" data-module="${escaped(one.module)}" data-level="${one.level}"><td class="id">${escaped(one.id)}</td><td class="level">${one.level}</td><td class="outcome"><span class="${one.outcome}">${mark(one.outcome)}${both(OUTCOME_WORDS[one.outcome])}</span>${
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
      return `<details class="module"${isBeside ? '' : ' open'}><summary><span class="title">${both(titleOf(module))}</span>${tally(countsOf(mine))}</summary><table class="rows"><thead><tr><th scope="col">${say('Requirement', '要求')}</th><th scope="col">${say('Level', '级别')}</th><th scope="col">${say('Outcome', '结果')}</th><th scope="col">${say('Text and cases', '内容与判例')}</th></tr></thead><tbody>
${mine.map(row).join('\n')}
</tbody></table></details>`;
    })
    .join(
      '\n',
    )}<p class="none" id="no-row" hidden>${say('No requirement fits the filter.', '没有符合筛选条件的要求。')}</p></section>`;

/**
 * What a run found, as one page that opens from the disk and asks for nothing. Its nonce follows from the digest of
 * the transcript, which no answer inside of the transcript can know beforehand.
 */
export const renderHtml = (result: Result, transcript: Transcript): string =>
  pageOf({
    title: `${result.system.software.name} ${result.system.software.version} · ${result.system.role} · ${result.set.version} · ${result.run.depth}`,
    digest: result.transcript.digest,
    keys: ['/', 'j', 'k', 'l'],
    script: SCRIPT,
    main: [
      hero(result),
      notices(result),
      filters(result),
      findings(result, transcript),
      requirements(result),
      coverage(result),
    ],
    footer: `<pre class="command" tabindex="0">${command(checkCommand(result))}</pre><p>${say(
      'Conformant is a property of the wire, found by this run; it is not the word of a third party. Values above class business are shown as class and kind; the transcript beside this report has the rest.',
      '“符合”是本次运行所见的线上行为，并非第三方证明。business 以上级别的值只显示类别与种类，其余见随附的交换记录。',
    )}</p>`,
  });
