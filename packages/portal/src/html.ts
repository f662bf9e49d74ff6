import type { Block, Inline, Language, Span } from './block.ts';
import { escapeHtml, escapeText } from './escape.ts';

/** Where a page stands: what its links begin with. */
export type Place = {
  readonly language: Language;
  /** From the page to the root of its language: empty, or `../`. */
  readonly root: string;
};

/** `messages/Order#try` to an address of a page. */
export const addressOf = (root: string, to: string, ending: 'html' | 'md'): string => {
  const [path = '', anchor] = to.split('#');
  return `${root}${path}.${ending}${anchor === undefined ? '' : `#${anchor}`}`;
};

const spanOf = (span: Span, place: Place): string => {
  const text = escapeText(span.text);
  const marked = span.isCode
    ? `<code>${text}</code>`
    : span.isEmphasised
      ? `<em>${text}</em>`
      : text;
  const lang = span.language === undefined ? '' : ` lang="${span.language}"`;
  const look = [span.tone === undefined ? '' : `tag ${span.tone}`, span.isQuiet ? 'quiet' : '']
    .join(' ')
    .trim();
  const dressed =
    look === '' && lang === ''
      ? marked
      : `<span${look === '' ? '' : ` class="${look}"`}${lang}>${marked}</span>`;
  const address =
    span.to !== undefined
      ? addressOf(place.root, span.to, 'html')
      : span.file === undefined
        ? undefined
        : `${place.root}../../${span.file}`;
  return address === undefined ? dressed : `<a href="${escapeHtml(address)}">${dressed}</a>`;
};

/** A line as HTML. */
export const inlineHtml = (inline: Inline, place: Place): string => {
  if (typeof inline === 'string') return escapeText(inline);
  if (Array.isArray(inline))
    return (inline as readonly Inline[]).map((one) => inlineHtml(one, place)).join('');
  return spanOf(inline as Span, place);
};

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false)\b|-?\b\d+\b/g;

/** JSON in colours: names, texts, numbers. */
const jsonHtml = (value: unknown): string => {
  const text = JSON.stringify(value, null, 2) ?? '';
  let html = '';
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, quoted, colon] = match;
    html += escapeText(text.slice(last, match.index));
    last = match.index + whole.length;
    html +=
      quoted === undefined
        ? `<i>${whole}</i>`
        : colon === undefined
          ? `<s>${escapeText(quoted)}</s>`
          : `<b>${escapeText(quoted)}</b>${colon}`;
  }
  return html + escapeText(text.slice(last));
};

const idOf = (id: string | undefined): string =>
  id === undefined ? '' : ` id="${escapeHtml(id)}"`;

/** A region that scrolls sideways is reached by the keyboard. */
const scrolled = (html: string, label: string, look: string): string =>
  `<div class="scroll ${look}" tabindex="0" role="region" aria-label="${escapeHtml(label)}">${html}</div>`;

const LABELS = {
  table: { en: 'Table', zh: '表' },
  breaks: { en: 'refused by', zh: '被拒绝，规则' },
  at: { en: 'at', zh: '位置' },
  demands: { en: 'It breaks', zh: '违反' },
  whole: { en: 'the whole message', zh: '整条消息' },
  trial: {
    en: {
      input: 'A message to be judged',
      example: 'Example',
      own: '— your own —',
      form: 'Form',
      sender: 'sender, strict',
      receiver: 'receiver, tolerant',
      judge: 'Judge',
      note: 'Judged in this page by the compiled validators of the standard. Nothing leaves your machine.',
      script: 'This needs scripts.',
    },
    zh: {
      input: '待判定的报文',
      example: '示例',
      own: '— 自行填写 —',
      form: '模式',
      sender: '发送方，严格',
      receiver: '接收方，宽容',
      judge: '判定',
      note: '由标准的编译校验器在本页内判定，内容不离开本机。',
      script: '需要启用脚本。',
    },
  },
} as const;

const trialHtml = (schema: string, language: Language): string => {
  const words = LABELS.trial[language];
  return (
    `<div class="trial" data-schema="${schema}"><noscript><p>${words.script}</p></noscript>` +
    `<div class="row"><label>${words.example} <select class="pick"><option value="">${words.own}</option></select></label>` +
    `<label>${words.form} <select class="form"><option value="sender">${words.sender}</option><option value="receiver">${words.receiver}</option></select></label>` +
    `<button type="button" class="judge">${words.judge}</button></div>` +
    `<textarea spellcheck="false" rows="12" aria-label="${words.input}"></textarea>` +
    `<div class="verdict" role="status"></div><p class="quiet">${words.note}</p></div>`
  );
};

/** A part of a page as HTML. */
export const blockHtml = (block: Block, place: Place): string => {
  const { language } = place;
  const line = (inline: Inline): string => inlineHtml(inline, place);
  switch (block.is) {
    case 'heading':
      return `<h2 id="${block.id}">${escapeHtml(block.text)}<a class="anchor" href="#${block.id}" aria-label="#">#</a></h2>`;
    case 'paragraph':
      return `<p>${line(block.of)}</p>`;
    case 'facts':
      return `<dl class="facts">${block.rows.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${line(value)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return scrolled(
        `<table><thead><tr>${block.columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead><tbody>${block.rows
          .map(
            ({ cells, id, depth }) =>
              `<tr${idOf(id)}${depth ? ` class="d${Math.min(depth, 4)}"` : ''}>${cells.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>`,
          )
          .join('\n')}</tbody></table>`,
        LABELS.table[language],
        block.look ?? '',
      );
    case 'list':
      return `<ul${block.look === undefined ? '' : ` class="${block.look}"`}>${block.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre tabindex="0"><code>${escapeText(block.text)}</code></pre>`;
    case 'example': {
      const { breaks } = block;
      const note =
        breaks === undefined
          ? ''
          : ` <span class="why">${LABELS.breaks[language]} <code>${escapeHtml(breaks.rule)}</code> ${LABELS.at[language]} ${breaks.pointer === '' ? LABELS.whole[language] : `<code>${escapeHtml(breaks.pointer)}</code>`}</span>`;
      // a link inside of a summary cannot be told from the summary by the keyboard
      const by =
        breaks?.by === undefined
          ? ''
          : `<p class="why">${LABELS.demands[language]} ${line(breaks.by)}</p>`;
      return `<details class="example ${breaks === undefined ? 'good' : 'bad'}"${idOf(block.id)}${breaks === undefined ? ' open' : ''}><summary><span${language === 'zh' ? ' lang="en"' : ''}>${escapeHtml(block.title)}</span>${note}</summary>${by}<pre tabindex="0"><code>${jsonHtml(block.value)}</code></pre></details>`;
    }
    case 'drawing':
      return scrolled(
        block.svg((to) => escapeHtml(addressOf(place.root, to, 'html'))),
        block.label,
        'drawing',
      );
    case 'cards':
      return `<ul class="cards">${block.cards
        .map(
          ({ to, title, code, text }) =>
            `<li><a href="${escapeHtml(addressOf(place.root, to, 'html'))}"><strong>${escapeHtml(title)}</strong>${code === undefined ? '' : `<code>${escapeHtml(code)}</code>`}<span>${escapeHtml(text)}</span></a></li>`,
        )
        .join('')}</ul>`;
    case 'figures':
      return `<ul class="figures">${block.figures
        .map(([count, name, to]) => {
          const inner = `<strong>${escapeHtml(String(count))}</strong> <span>${escapeHtml(name)}</span>`;
          return `<li>${to === undefined ? inner : `<a href="${escapeHtml(addressOf(place.root, to, 'html'))}">${inner}</a>`}</li>`;
        })
        .join('')}</ul>`;
    case 'trial':
      return trialHtml(block.schema, language);
  }
};
