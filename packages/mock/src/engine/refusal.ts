import type { ProblemCode } from '@openwaybill/schemas';
import type { Issue } from '@openwaybill/validate';

export type RefusalDetails = {
  readonly issues?: readonly Issue[];
  /** Members of the problem beside the common ones: `from`, `command`, `noticeId`, `maxItemCount`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown by any step of the order of judgement; everything else that is thrown is a defect of ours (500). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Another party, or the store, was not to be had; every answer with this status says when it is worth asking again. */
export const upstreamUnavailable = (): Refusal =>
  new Refusal('UPSTREAM_UNAVAILABLE', { headers: { 'Retry-After': '1' } });

/** A rule across members or against stored data, with the requirement that it stands for. */
export const ruleViolated = (pointer: string, rule: string): Refusal =>
  new Refusal('RULE_VIOLATION', { issues: [{ pointer, rule, params: {} }] });
