import type { Text } from '@openwaybill/schemas';
import { jsonText } from '../json-text.ts';
import { sarifLog } from '../sarif.ts';
import { LINT_RULES, type LintFinding } from './lint.ts';

/** What the lint found in the form that code hosts read. What is waived is a note. */
export const lintSarif = (
  findings: readonly (LintFinding & { readonly waiver?: string })[],
  language: keyof Text,
): string =>
  jsonText(
    sarifLog(
      'openwaybill lint',
      [...new Map(LINT_RULES.map(({ id, refuses }) => [id, refuses]))].map(([id, refuses]) => ({
        id,
        short: refuses[language],
      })),
      findings.map(({ rule, about, pointer, message, refuses, isWarning, waiver }) => ({
        rule,
        level: waiver !== undefined ? 'note' : isWarning ? 'warning' : 'error',
        text: language === 'zh' ? `${refuses.zh}（${message}）` : message,
        place: { name: `${about} ${pointer}`.trim() },
      })),
    ),
  );
