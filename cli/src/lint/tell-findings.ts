import type { Common } from '../common.ts';
import type { Io } from '../io.ts';
import type { LintFinding } from './lint-standard.ts';

/** A finding as one line. */
const lineOf = (
  { rule, about, pointer, message, refuses, isWarning }: LintFinding,
  language: Common['language'],
): string => {
  const place = `${isWarning ? 'W ' : ''}${rule}  ${about}${pointer}`;
  return language === 'zh' ? `${place}：${refuses.zh}（${message}）` : `${place}: ${message}`;
};

/** Findings, one a line: the rule, what it is about and where, what was seen and what to do. */
export const tellFindings = (
  findings: readonly LintFinding[],
  { json, language }: Common,
  io: Io,
): void => {
  const errors = findings.filter(({ isWarning }) => !isWarning).length;
  const warnings = findings.length - errors;
  if (json) {
    io.out(JSON.stringify({ errors, warnings, findings }));
    return;
  }
  for (const finding of findings) io.out(lineOf(finding, language));
  io.out(
    language === 'zh'
      ? `${errors} 处错误，${warnings} 处提醒`
      : `errors: ${errors}, warnings: ${warnings}`,
  );
};
