import type { Progress } from '@openwaybill/conformance';
import type { Common } from '../common.ts';
import type { Io } from '../io.ts';

/** One line a scenario; where somebody watches, the step that runs stands on the last line. */
export const narrator =
  ({ language, json, quiet }: Common & { readonly quiet?: boolean }, io: Io) =>
  (progress: Progress): void => {
    if (quiet === true || json) return;
    if (progress.kind === 'STEP') {
      if (io.isTerminal) io.draw(`  ${progress.scenario}: ${progress.title[language]}`);
      return;
    }
    if (io.isTerminal) io.draw('');
    io.err(
      progress.kind === 'SCENARIO'
        ? `${progress.id}  ${progress.title[language]}`
        : `${progress.scenario}  ${language === 'zh' ? '略过' : 'left out'}: ${progress.reason}`,
    );
  };
