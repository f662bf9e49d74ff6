import { jsonText } from '../../json-text.ts';
import type { ContractDiff } from '../diff-contracts.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { sarifOf } from './sarif.ts';
import type { Language } from './view.ts';

/** The forms that a report can be had in; JSON is the source, and all others are views of it. */
export const DIFF_FORMATS = ['json', 'markdown', 'html', 'sarif'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** A report as text. The JSON is the same in both languages, and has both. */
export const diffDocument = (
  diff: ContractDiff,
  format: DiffFormat,
  language: Language,
): string => {
  switch (format) {
    case 'json':
      return jsonText(diff);
    case 'markdown':
      return markdownOf(diff, language);
    case 'html':
      return htmlOf(diff, language);
    case 'sarif':
      return jsonText(sarifOf(diff, language));
  }
};
