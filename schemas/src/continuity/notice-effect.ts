import { epochMillis } from '../vocabulary/epoch-millis.ts';
import type { InterruptionNotice } from './interruption-notice.ts';

/** Modules whose operations no notice makes refuse: they live on separate capacity. */
export const NEVER_INTERRUPTED: readonly string[] = ['continuity', 'agreement', 'discovery'];

const isForCounterparty = (
  { counterparties }: InterruptionNotice['scope'],
  partyId: string,
): boolean => counterparties === undefined || counterparties.includes(partyId);

/** Whether a notice makes an operation answer 503 `INTERRUPTED` to a counterparty at an instant. */
export const isInterrupted = (
  notice: Pick<InterruptionNotice, 'noticeClass' | 'status' | 'scope' | 'drainUntilAt'>,
  operation: { readonly module: string; readonly operationId: string },
  partyId: string,
  now: string,
): boolean => {
  const { noticeClass, scope, drainUntilAt } = notice;
  if (notice.status !== 'ACTIVE' || NEVER_INTERRUPTED.includes(operation.module)) return false;
  if (!isForCounterparty(scope, partyId)) return false;
  if (!scope.modules.some((module) => module === operation.module)) return false;
  // a restriction that names no operation reduces service and stops none
  const isNamed =
    scope.operationIds?.includes(operation.operationId) ?? noticeClass !== 'RESTRICTION';
  if (noticeClass !== 'TERMINATION') return isNamed;
  return isNamed && drainUntilAt !== undefined && epochMillis(now) >= epochMillis(drainUntilAt);
};
