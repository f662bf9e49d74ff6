export { renderHtml } from './html.ts';
export { type JunitOptions, renderJunit } from './junit.ts';
export { type Paint, renderTerminal, type Style, type TerminalOptions } from './terminal.ts';
