import type { Result } from '../result/result.ts';

export type JunitOptions = { readonly lang: 'en' | 'zh' };

/** What a run found, as JUnit XML. */
export const renderJunit = (result: Result, _options: JunitOptions): string =>
  `<testsuites name="${result.run.runId}"/>\n`;
