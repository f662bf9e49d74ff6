import type { Registry } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import { code, escaped, type Html, prose, table } from './html.ts';
import type { Language } from './words.ts';

const HEADS = {
  en: ['Code', 'Status', 'Title', 'When', 'Retry'],
  zh: ['问题码', '状态码', '名称', '情形', '重试'],
} as const;
const WIDTHS = [26, 8, 18, 30, 18];
const CAPTION = { en: 'Problem codes', zh: '问题码' } as const;
const RETRY = {
  no: { en: 'no', zh: '否' },
  yes: { en: 'yes', zh: '可重试' },
} as const;

/** Annex C: the closed table of problems (RFC 9457). */
export const problemTable = ({ problems }: Registry, language: Language): Html =>
  table({
    caption: CAPTION[language],
    heads: HEADS[language],
    widths: WIDTHS,
    rows: Object.entries(problems).map(([name, { status, title, when, retryable, after }]) => [
      `<span id="${anchorOf.problem(name)}">${code(name)}</span>`,
      String(status),
      escaped(title[language]),
      prose(when[language]),
      [
        RETRY[retryable ? 'yes' : 'no'][language],
        ...(after === undefined ? [] : [prose(after[language])]),
      ].join(language === 'zh' ? '：' : ': '),
    ]),
    kind: 'problems',
  });
