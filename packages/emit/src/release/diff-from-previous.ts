import { diffDocument } from '../diff/document/diff-document.ts';
import { comparedWithPrevious } from './compared.ts';
import type { ReleaseEmitter } from './release.ts';

/** Where the comparison with the release before stands in a folder; absent in the first. */
export const DIFF = 'diff-from-previous.json';

/** What changed since the release before, for whom, and what version that needs. */
export const diffFromPrevious: ReleaseEmitter = (release) => {
  const diff = comparedWithPrevious(release);
  return diff === undefined
    ? new Map()
    : new Map([
        [DIFF, diffDocument(diff, 'json', 'en')],
        ['diff-from-previous.en.html', diffDocument(diff, 'html', 'en')],
        ['diff-from-previous.zh.html', diffDocument(diff, 'html', 'zh')],
      ]);
};
