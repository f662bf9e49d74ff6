import type { TestActionRequest, TestActionRun } from '@openwaybill/schemas';
import type { Counterparty } from '../engine/options.ts';
import type { OutgoingAnswer } from '../engine/outgoing.ts';
import type { System } from '../engine/system.ts';

export type ActionInput = TestActionRequest['input'];
export type ActionResult = NonNullable<TestActionRun['result']>;

/** What an action works with: who we are, on whose order, and where the counterparty is reached. */
export type ActionContext = {
  readonly system: System;
  readonly tenant: string;
  readonly to: Counterparty;
  readonly input: ActionInput;
};

/** One thing that this system does as caller or inside itself. */
export type Action = (context: ActionContext) => Promise<ActionResult>;

/** An action that the counterparty refused: it ends as FAILED, with the code of the problem. */
export class ActionFailed extends Error {
  override readonly name = 'ActionFailed';
  readonly code: string | undefined;

  constructor(code: string | undefined) {
    super(code ?? 'no answer of the standard');
    this.code = code;
  }
}

/** The body of a success; everything else fails the action. */
export const bodyOf = ({ status, body }: OutgoingAnswer): OutgoingAnswer['body'] => {
  if (status >= 200 && status < 300) return body;
  throw new ActionFailed(typeof body?.code === 'string' ? body.code : undefined);
};

/** A member that the action needs; the rule layer has refused requests without it. */
export const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new ActionFailed('RULE_VIOLATION');
  return value;
};
