export { type HtmlReport, renderHtml } from './html.ts';
export { type JunitOptions, renderJunit } from './junit.ts';
export { type Paint, type TerminalOptions, renderTerminal } from './terminal.ts';
