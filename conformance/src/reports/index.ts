export { type HtmlReport, renderHtml } from './html.ts';
export { type JunitOptions, renderJunit } from './junit.ts';
export { type Paint, renderTerminal, type TerminalOptions } from './terminal.ts';
