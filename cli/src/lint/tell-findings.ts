import type { Common } from '../common.ts';
import type { Io } from '../io.ts';
import type { JudgedFinding } from './lint-standard.ts';

/** Whether a finding fails a lint: neither a warning nor waived. */
export const isError = ({ isWarning, waiver }: JudgedFinding): boolean =>
  !isWarning && waiver === undefined;

/** A finding as one line. */
const lineOf = (
  { rule, about, pointer, message, refuses, isWarning, waiver }: JudgedFinding,
  language: Common['language'],
): string => {
  const place = `${isWarning ? 'W ' : ''}${rule}  ${about}${pointer}`;
  const said = language === 'zh' ? `${place}：${refuses.zh}（${message}）` : `${place}: ${message}`;
  return waiver === undefined
    ? said
    : `${said}${language === 'zh' ? `，豁免依据 ${waiver}` : `, waived by ${waiver}`}`;
};

/** Findings, one a line: the rule, what it is about and where, what was seen and what to do. */
export const tellFindings = (
  findings: readonly JudgedFinding[],
  { json, language }: Common,
  io: Io,
): void => {
  const errors = findings.filter(isError).length;
  const warnings = findings.filter(({ isWarning }) => isWarning).length;
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
