import type { Result } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';

/** A whole document, in one file. */
export type HtmlReport = string;

/** What a run found, as one page that opens from the disk. */
export const renderHtml = (result: Result, _transcript: Transcript): HtmlReport =>
  `<!doctype html><title>${result.run.runId}</title>`;
