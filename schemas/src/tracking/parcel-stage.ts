import type { Static } from '@sinclair/typebox';
import { epochMillis } from '../vocabulary/epoch-millis.ts';
import type { Stage } from '../vocabulary/stage-codes.ts';
import { type ParcelStatus, parcelStatusEntries } from './parcel-status-codes.ts';

const DAY_MILLISECONDS = 86_400_000;

const hasPassed = (days: number | undefined, sinceAt: string | undefined, now: string): boolean =>
  days !== undefined &&
  sinceAt !== undefined &&
  epochMillis(now) - epochMillis(sinceAt) >= days * DAY_MILLISECONDS;

/** The stage of privacy that a parcel is in at an instant. */
export const stageOf = (
  status: ParcelStatus,
  sinceAt: string | undefined,
  now: string,
): Static<typeof Stage> => {
  const { stage, closedAfterDays } = parcelStatusEntries[status];
  return hasPassed(closedAfterDays, sinceAt, now) ? 'CLOSED' : stage;
};

/** Whether a parcel is at its end at an instant: LOST is after 30 days, in which it may be found. */
export const isTerminalAt = (
  status: ParcelStatus,
  sinceAt: string | undefined,
  now: string,
): boolean => {
  const { terminal, terminalAfterDays } = parcelStatusEntries[status];
  return terminal || hasPassed(terminalAfterDays, sinceAt, now);
};
