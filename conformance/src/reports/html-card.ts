import type { Result } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';
import { type Card, cardsOf, type ShownExchange, type ShownMessage } from './card.ts';
import { both, command, mark, prose, say } from './html-words.ts';
import { escaped } from './plain-text.ts';
import { partyText, wantedAndSeen } from './wording.ts';

/** Lines of a body on one side of the marked one; a card is read, not searched. */
const LINES_AROUND = 150;

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
  const { expected, actual } = wantedAndSeen(finding);
  const requirement = result.requirements.find(({ id }) => id === finding.requirement);
  const id = escaped(finding.requirement);
  const step = [one.scenario, one.step].flatMap((text) => (text === undefined ? [] : [both(text)]));
  const link = (name: string): string => `<a href="#req-${escaped(name)}">${escaped(name)}</a>`;
  return `<article class="card${finding.isWarning ? ' warning' : ''}" id="finding-${at + 1}" tabindex="-1" data-outcome="failed" data-class="${escaped(requirement?.class ?? '')}" data-module="${escaped(requirement?.module ?? '')}" data-level="${finding.level}">
<header>${mark('failed')}<a class="id" href="#req-${id}">${id}</a><span class="level">${finding.level}</span>${finding.isWarning ? `<span class="inconclusive">${say('warning', '警告')}</span>` : ''}<code class="case">${escaped(finding.case)}</code></header>
<h3>${prose(finding.text)}</h3>
<p class="other">${prose(finding.text)}</p>
<p class="quiet">${say('Clause', '条款')} ${escaped(finding.clause)} · <code>openwaybill explain ${id}</code></p>
${first === at ? '' : `<p class="same">${say('Same cause as', '与此项同因：')} <a href="#finding-${first + 1}">${say(`finding ${first + 1}`, `发现 ${first + 1}`)}</a></p>`}
${step.length + one.before.length === 0 ? '' : `<h4>${say('Step', '步骤')}</h4><div class="trail"><p>${step.join(' › ')}</p><ul>${one.before.map((line) => `<li>${both(line)}</li>`).join('')}</ul></div>`}
${one.shown === undefined ? '' : exchange(one.shown)}
${one.twin === undefined ? '' : `<details><summary>${say('The exchange that it is compared with', '与之对照的交换')} #${one.twin.seq}</summary>${exchange(one.twin)}</details>`}
<dl class="wanted">${finding.pointer === undefined ? '' : `<dt>${say('Pointer', '位置')}</dt><dd><code>${escaped(finding.pointer || '/')}</code></dd>`}<dt>${say('Expected', '应为')}</dt><dd class="passed">${both(expected)}</dd><dt>${say('Actual', '实为')}</dt><dd class="failed">${both(actual)}</dd></dl>
<h4>${say('See it yourself', '自行重现')}</h4>${one.curl === undefined ? '' : `<pre class="command" tabindex="0">${command(one.curl)}</pre>`}<pre class="command" tabindex="0">${command(one.check)}</pre>
${one.others.length === 0 ? '' : `<p class="same">${say('The same exchange also violates', '同一交换另违反')} ${one.others.map(link).join(' ')}</p>`}
<details><summary>${say('I think the suite is wrong', '我认为是套件有误')}</summary><p>${say('Attach this piece of the transcript, its chain intact; it becomes the golden', '请附上交换记录的这一段（链完整）；它将成为范例')} <code>${escaped(one.golden)}</code></p>${one.piece === undefined ? '' : `<pre class="command" tabindex="0">${command(one.piece)}</pre>`}</details>
</article>`;
};

/** What violates a requirement, a card a finding. */
export const findings = (result: Result, transcript: Transcript): string => {
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
