import type { ProblemCode } from '@openwaybill/schemas';
import { codeOf, type Issue, judge, parseJson } from '@openwaybill/validate';

/** What a request with exactly one fault must be answered with. */
export type SingleFault = {
  readonly pointer: string;
  readonly rule: string;
  readonly code: ProblemCode;
};

const encoder = new TextEncoder();

/** Members of a batch; too many of them is a refusal of its own. */
const BATCH = /^\/(items|lanes|parcels)$/;

const fault = (issue: Issue): SingleFault => ({
  pointer: issue.pointer,
  rule: issue.rule,
  code: codeOf(issue),
});

/**
 * The one fault of a message, or nothing: a message with several, with none, or with one that only a closed form
 * refuses although the receiver is tolerant, proves nothing.
 */
export const singleFault = (
  schemaName: string,
  body: unknown,
  isStrict: boolean,
): SingleFault | undefined => {
  // an integer beyond the safe ones is a fault of the bytes, not of the schema
  if (!parseJson(encoder.encode(JSON.stringify(body) ?? '')).ok) return undefined;
  const verdict = judge(schemaName, body);
  if (verdict.ok || verdict.issues.length !== 1) return undefined;
  const [issue] = verdict.issues;
  if (issue === undefined) return undefined;
  if (issue.rule === 'maxItems' && BATCH.test(issue.pointer)) return undefined;
  if (issue.rule === 'additionalProperties') return isStrict ? fault(issue) : undefined;
  // a receiver takes what may grow: an unknown code is no fault to it, an ill-formed one is another fault than to a sender
  const received = judge(schemaName, body, 'receiver');
  const [only, ...others] = received.ok ? [] : received.issues;
  return only === undefined || others.length > 0 ? undefined : fault(only);
};
