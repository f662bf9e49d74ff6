import type { Finding } from './runtime/rows.ts';

/** Judges by the receiver form of a schema. The validators are loaded when the first value is judged. */
export const judgeByReceiverForm = async (
  schema: string,
  value: unknown,
): Promise<readonly Finding[]> => {
  const { describe, judge } = await import('@openwaybill/validate');
  const verdict = judge(schema, value, 'receiver');
  return verdict.ok
    ? []
    : verdict.issues.map((issue) => ({
        pointer: issue.pointer,
        rule: issue.rule,
        message: describe(issue, 'en').message,
      }));
};
