import { explain, type Form, judge, parseJson } from '@openwaybill/validate';
import type { Judgement, Language } from './shared.ts';

/** Judges a text as a message: its bytes, then its schema and the rules that no schema can say. */
window.openwaybillJudge = (
  name: string,
  text: string,
  form: string,
  language: Language,
): Judgement => {
  const parsed = parseJson(new TextEncoder().encode(text));
  if (!parsed.ok)
    return {
      ok: false,
      issues: parsed.issues.map((issue) => ({
        pointer: issue.pointer,
        rule: issue.rule,
        text: explain(issue, { language }),
        isWarning: false,
      })),
    };
  const { value } = parsed;
  const verdict = judge(name, value, form as Form);
  const told = (isWarning: boolean) => (issue: (typeof verdict.warnings)[number]) => ({
    pointer: issue.pointer,
    rule: issue.rule,
    text: explain(issue, { language, judged: { name, value }, showValue: true }),
    isWarning,
  });
  return {
    ok: verdict.ok,
    issues: [
      ...(verdict.ok ? [] : verdict.issues.map(told(false))),
      ...verdict.warnings.map(told(true)),
    ],
  };
};
