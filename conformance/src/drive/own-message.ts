import { nameOf, type OperationEntry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { brokenInScenario } from './misled.ts';
import type { Session } from './session.ts';

/** A message of ours that is wrong although it was meant to be right; it was not sent. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
}

/**
 * Judges a message of our own before it leaves: if we are wrong the message is not sent, and the
 * system is not blamed.
 */
export const demandOwnMessage = (
  session: Session,
  schemaName: string,
  value: unknown,
  form: 'sender' | 'receiver' = 'sender',
): void => {
  const verdict = judge(schemaName, value, form);
  if (verdict.ok) return;
  const issue = `${schemaName}: ${verdict.issues
    .map(({ pointer, rule }) => `${pointer === '' ? '/' : pointer} ${rule}`)
    .join(', ')}`;
  // what was made of a wrong message of the system is wrong because of it
  if (brokenInScenario(session) !== undefined) throw new HarnessError(issue);
  const { seq } = session.recorder.record({
    kind: 'harness',
    ...(session.active.scenario === undefined ? {} : { scenario: session.active.scenario }),
    issue,
  });
  session.harness.push({ at: seq, issue });
  throw new HarnessError(issue);
};

/** The name of the schema of a request body, where the operation has one. */
export const requestSchemaOf = (operation: OperationEntry): string | undefined =>
  operation.request === undefined ? undefined : nameOf(operation.request);
