import type { Finding } from './runtime/rows.ts';

/** Judges by the receiver form of a schema. The validators are loaded when the first value is judged. */
export const judgeByReceiverForm = async (
  schema: string,
  value: unknown,
): Promise<readonly Finding[]> => {
  const { describe, loadJudge } = await import('@openwaybill/validate/light');
  const judge = await loadJudge(schema);
  if (judge === undefined) throw new Error(`the standard has no schema ${schema}`);
  const verdict = judge(schema, value, 'receiver');
  return verdict.ok
    ? []
    : verdict.issues.map((issue) => ({
        pointer: issue.pointer,
        rule: issue.rule,
        message: describe(issue, 'en').message,
      }));
};
