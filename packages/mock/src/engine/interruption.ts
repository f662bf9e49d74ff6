import {
  type InterruptionNotice,
  isInterrupted,
  NEVER_INTERRUPTED,
  type OperationEntry,
} from '@openwaybill/schemas';
import type { Unit } from '../store/unit.ts';
import { DAY } from './clock.ts';
import { Refusal } from './refusal.ts';

/** Seconds that a caller is asked to wait where the notice names no end. */
const DEFAULT_WAIT = 60;
/** A caller is never asked to wait longer than a week. */
const LONGEST_WAIT = (7 * DAY) / 1000;

const activeNotices = async (unit: Unit, partyId: string): Promise<readonly InterruptionNotice[]> =>
  (await unit.list({ collection: 'notice', owner: partyId }))
    .map((row) => row.body as InterruptionNotice)
    .filter((notice) => notice.status === 'ACTIVE');

/** Step 8 of judgement, its second part: 503 with the notice and a time to come back. */
export const demandService = async (
  unit: Unit,
  partyId: string,
  operation: OperationEntry,
  now: string,
): Promise<void> => {
  for (const notice of await activeNotices(unit, partyId)) {
    if (!isInterrupted(notice, operation, partyId, now)) continue;
    const wait =
      notice.expectedEndsAt === undefined
        ? DEFAULT_WAIT
        : Math.min(
            LONGEST_WAIT,
            Math.max(1, Math.ceil((Date.parse(notice.expectedEndsAt) - Date.parse(now)) / 1000)),
          );
    throw new Refusal('INTERRUPTED', {
      members: { noticeId: notice.noticeId },
      headers: { 'Retry-After': String(wait) },
    });
  }
};

/** Whether an interruption touches one of these modules now, also where it stops no operation. */
export const isInterruptedIn = async (
  unit: Unit,
  partyId: string,
  modules: readonly string[],
): Promise<boolean> =>
  (await activeNotices(unit, partyId)).some(({ scope }) =>
    scope.modules.some((module) => modules.includes(module)),
  );

/** Whether events of a type wait for the end of an interruption. */
export const areEventsHeld = async (
  unit: Unit,
  partyId: string,
  module: string,
): Promise<boolean> =>
  !NEVER_INTERRUPTED.includes(module) &&
  (await activeNotices(unit, partyId)).some(
    (notice) =>
      (notice.noticeClass === 'PLANNED' || notice.noticeClass === 'UNPLANNED') &&
      notice.scope.modules.some((one) => one === module),
  );
