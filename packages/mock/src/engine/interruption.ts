import type { OperationEntry } from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import { Refusal } from './refusal.ts';

type Notice = {
  readonly noticeId: string;
  readonly noticeClass: 'PLANNED' | 'UNPLANNED' | 'RESTRICTION' | 'TERMINATION';
  readonly status: string;
  readonly expectedEndsAt?: string;
  readonly drainUntilAt?: string;
  readonly scope: {
    readonly modules: readonly string[];
    readonly operationIds?: readonly string[];
    readonly eventTypes?: readonly string[];
  };
};

/** Never refused, so that a notice can be read and an agreement ended while everything else stands still. */
const ALWAYS_SERVED = ['continuity', 'agreement', 'discovery'];

/** Seconds that a caller is asked to wait where the notice names no end. */
const DEFAULT_WAIT = 60;

const activeNotices = async (unit: Unit, partyId: string): Promise<readonly Notice[]> =>
  (await unit.list({ collection: 'notice', owner: partyId }))
    .map((row) => row.body as Notice)
    .filter((notice) => notice.status === 'ACTIVE');

const stops = (notice: Notice, operationId: string, module: string, now: string): boolean => {
  if (!notice.scope.modules.includes(module)) return false;
  switch (notice.noticeClass) {
    case 'RESTRICTION':
      return notice.scope.operationIds?.includes(operationId) ?? false;
    case 'TERMINATION':
      return (
        notice.drainUntilAt !== undefined && Date.parse(now) >= Date.parse(notice.drainUntilAt)
      );
    default:
      return notice.scope.operationIds?.includes(operationId) ?? true;
  }
};

/** Step 8 of judgement, its second part: 503 with the notice and a time to come back. */
export const demandService = async (
  unit: Unit,
  partyId: string,
  operation: OperationEntry,
  now: string,
): Promise<void> => {
  if (ALWAYS_SERVED.includes(operation.module)) return;
  for (const notice of await activeNotices(unit, partyId)) {
    if (!stops(notice, operation.operationId, operation.module, now)) continue;
    const wait =
      notice.expectedEndsAt === undefined
        ? DEFAULT_WAIT
        : Math.max(1, Math.ceil((Date.parse(notice.expectedEndsAt) - Date.parse(now)) / 1000));
    throw new Refusal('INTERRUPTED', {
      members: { noticeId: notice.noticeId },
      headers: { 'Retry-After': String(wait) },
    });
  }
};

/** Whether events of a type wait for the end of an interruption. */
export const areEventsHeld = async (
  unit: Unit,
  partyId: string,
  module: string,
): Promise<boolean> =>
  !ALWAYS_SERVED.includes(module) &&
  (await activeNotices(unit, partyId)).some(
    (notice) =>
      (notice.noticeClass === 'PLANNED' || notice.noticeClass === 'UNPLANNED') &&
      notice.scope.modules.includes(module),
  );
