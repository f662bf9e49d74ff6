import type { ProblemCode } from '@openwaybill/schemas';
import type { Issue } from './issue.ts';
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

const BY_RULE: ReadonlyMap<string, ProblemCode> = new Map(
  rules.map(({ id, problem }) => [id, problem]),
);

/** The problem code that one issue stands for. */
export const codeOf = ({ rule, params }: Issue): ProblemCode => {
  const known = BY_RULE.get(rule);
  if (known !== undefined) return known;
  if (params.plaintext === true || params.mask !== undefined) return 'PLAINTEXT_PERSONAL_DATA';
  return rule === 'enum' ? 'CODE_UNKNOWN' : 'SCHEMA_VIOLATION';
};

/** The problem code that answers a message with these issues; the issues must not be none. */
export const problemOf = (issues: readonly Issue[]): ProblemCode => {
  const codes = new Set(issues.map(codeOf));
  return ORDER.find((code) => codes.has(code)) ?? [...codes][0] ?? 'SCHEMA_VIOLATION';
};
