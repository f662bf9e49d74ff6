import type { Result } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderEarl } from './earl.ts';
import { harOf } from './har.ts';
import { renderHtml } from './html.ts';
import { renderIntoto } from './intoto.ts';
import { renderJunit } from './junit.ts';
import type { Lang } from './wording.ts';

export { renderHtml } from './html.ts';
export { renderJunit } from './junit.ts';
export { plainText } from './plain-text.ts';
export { type Paint, renderTerminal, type Style, type TerminalOptions } from './terminal.ts';
export { verdictText, wantedAndSeen } from './wording.ts';

/** What a report is told beside what it reports on. */
export type ReportOptions = {
  readonly lang: Lang;
  /** When the statement about the result ends, where one was signed. */
  readonly until?: string;
};

/** A report: a pure function of a result and its transcript, so that equal results give equal bytes. */
export type Report = {
  /** The name of its file where nobody chose another. */
  readonly file: string;
  readonly render: (
    result: Result,
    transcript: Transcript,
    options: ReportOptions,
  ) => string | Promise<string>;
};

/** The one list of reports that are written to files, each by the name of its option. */
export const REPORTS = {
  html: { file: 'report.html', render: renderHtml },
  junit: { file: 'junit.xml', render: (result, _, options) => renderJunit(result, options) },
  ctrf: { file: 'ctrf.json', render: (result, _, { lang }) => renderCtrf(result, lang) },
  earl: { file: 'earl.jsonld', render: renderEarl },
  badge: {
    file: 'badge.svg',
    render: (result, _, { lang, until }) => renderBadge(result, lang, until),
  },
  har: { file: 'exchanges.har', render: (_, transcript) => harOf(transcript) },
  intoto: { file: 'intoto.json', render: renderIntoto },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof REPORTS;
