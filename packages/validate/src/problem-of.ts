import type { ProblemCode } from '@openwaybill/schemas';
import type { Issue } from './issue.ts';
import { isJsonRule, JSON_RULES } from './json/parse-json.ts';
import { ruleOf } from './rules/rule-of.ts';

/** Step 10 of the order of judgement (3.7): the first of these that the issues hold is answered. */
const ORDER = [
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'SCHEMA_VIOLATION',
  'CODE_UNKNOWN',
  'PLAINTEXT_PERSONAL_DATA',
  'MASKED_VALUE_AS_INPUT',
  'CHECK_DIGIT_INVALID',
  'CHARGE_SUM_MISMATCH',
  'RULE_VIOLATION',
] as const satisfies readonly ProblemCode[];

/** Keywords that a text off its mask breaks; another type of value is no text at all. */
const MASKING: ReadonlySet<string> = new Set([
  'pattern',
  'minLength',
  'maxLength',
  'enum',
  'const',
]);

/** The problem code that one issue stands for. */
export const codeOf = (issue: Issue): ProblemCode => {
  const { rule, params } = issue;
  if (isJsonRule(rule)) return JSON_RULES[rule];
  if (params.plaintext === true || (params.mask !== undefined && MASKING.has(rule)))
    return 'PLAINTEXT_PERSONAL_DATA';
  return ruleOf(issue)?.problem ?? (rule === 'enum' ? 'CODE_UNKNOWN' : 'SCHEMA_VIOLATION');
};

/** The problem code that answers a message with these issues; the issues must not be none. */
export const problemOf = (issues: readonly Issue[]): ProblemCode => {
  const codes = new Set(issues.map(codeOf));
  return ORDER.find((code) => codes.has(code)) ?? [...codes][0] ?? 'SCHEMA_VIOLATION';
};
