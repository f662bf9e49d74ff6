import type { ProblemCode } from '@openwaybill/schemas';
import type { Issue } from './issue.ts';
import { JSON_RULES } from './json/parse-json.ts';
import { rules } from './rules/index.ts';

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

const BY_RULE: ReadonlyMap<string, ProblemCode> = new Map([
  ...Object.entries(JSON_RULES),
  ...rules.map(({ id, problem }) => [id, problem] as const),
]);

/** Keywords that a text off its mask breaks; another type of value is no text at all. */
const MASKING: ReadonlySet<string> = new Set([
  'pattern',
  'minLength',
  'maxLength',
  'enum',
  'const',
]);

/** The problem code that one issue stands for. */
export const codeOf = ({ rule, params }: Issue): ProblemCode => {
  const known = BY_RULE.get(rule);
  if (known !== undefined) return known;
  if (params.plaintext === true || (params.mask !== undefined && MASKING.has(rule)))
    return 'PLAINTEXT_PERSONAL_DATA';
  return rule === 'enum' ? 'CODE_UNKNOWN' : 'SCHEMA_VIOLATION';
};

/** The problem code that answers a message with these issues; the issues must not be none. */
export const problemOf = (issues: readonly Issue[]): ProblemCode => {
  const codes = new Set(issues.map(codeOf));
  return ORDER.find((code) => codes.has(code)) ?? [...codes][0] ?? 'SCHEMA_VIOLATION';
};
