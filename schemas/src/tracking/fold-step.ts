import type { Static } from '@sinclair/typebox';
import type { Leg } from '../vocabulary/leg-codes.ts';
import type { AnomalyReason } from './anomaly-reason-codes.ts';
import { type EventCodeEntry, eventCodeEntry } from './event-codes.ts';
import type { FoldableEvent } from './fold-order.ts';
import { type ParcelStatus, parcelStatusEntries } from './parcel-status-codes.ts';
import {
  ALWAYS_ON_RETURN_LEG,
  MAIN_PATH,
  NEXT_STATUSES,
  ON_RETURN_LEG,
} from './parcel-transitions.ts';

/** What the fold carries from event to event. */
export type FoldState = {
  readonly status: ParcelStatus;
  readonly leg: Static<typeof Leg>;
  /** `occurredAt` of the accepted event that changed the status to this one. */
  readonly sinceAt?: string;
  readonly gap: boolean;
  readonly stale: boolean;
  readonly overdue: boolean;
  /** Statuses that were skipped along the main path, in its order. */
  readonly inferredMilestones: readonly ParcelStatus[];
};

/** Before the first event, whatever else is known of the parcel. */
export const FOLD_START: FoldState = {
  status: 'UNKNOWN',
  leg: 'FORWARD',
  gap: false,
  stale: false,
  overdue: false,
  inferredMilestones: [],
};

/** A move that is accepted: whether it left a gap, and the milestones in it. */
type Move = { readonly gap: boolean; readonly skipped: readonly ParcelStatus[] };

const STRAIGHT: Move = { gap: false, skipped: [] };

const progressFrom = (status: ParcelStatus): number | undefined => {
  const { progress, progressAs } = parcelStatusEntries[status];
  return progressAs === 'TARGET' ? undefined : progress;
};

const progressTo = (status: ParcelStatus): number | undefined =>
  parcelStatusEntries[status].progress;

/** Rule e of step 4, with rule d by the code's `onlyFrom`. */
const moveOf = (
  { status, leg }: FoldState,
  target: ParcelStatus,
  { onlyFrom }: EventCodeEntry,
): Move | undefined => {
  if (onlyFrom !== undefined && status !== onlyFrom) return undefined;
  if (status === target || NEXT_STATUSES[status].includes(target)) return STRAIGHT;
  const from = progressFrom(status);
  const to = progressTo(target);
  if (from !== undefined && to !== undefined && to > from)
    return {
      gap: true,
      skipped: MAIN_PATH.filter((milestone) => {
        const progress = progressTo(milestone);
        return progress !== undefined && progress > from && progress < to;
      }),
    };
  const wayBack = leg === 'RETURN' && ALWAYS_ON_RETURN_LEG.includes(target);
  return wayBack && !parcelStatusEntries[status].terminal ? { gap: true, skipped: [] } : undefined;
};

const accepted = (
  state: FoldState,
  target: ParcelStatus,
  move: Move,
  occurredAt: string,
): FoldState => ({
  ...state,
  gap: state.gap || move.gap,
  ...(move.skipped.length === 0
    ? {}
    : {
        inferredMilestones: MAIN_PATH.filter(
          (milestone) =>
            state.inferredMilestones.includes(milestone) || move.skipped.includes(milestone),
        ),
      }),
  ...(state.status === target
    ? {}
    : { status: target, sinceAt: occurredAt, stale: false, overdue: false }),
});

/** Step 4 of the fold: one event, in its place. */
export const foldStep = (
  before: FoldState,
  event: FoldableEvent,
): { readonly state: FoldState; readonly anomalyReason?: AnomalyReason } => {
  const { terminal } = parcelStatusEntries[before.status];
  const state: FoldState =
    event.leg === 'RETURN' && !terminal ? { ...before, leg: 'RETURN' } : before;
  const entry = eventCodeEntry(event.eventCode);
  if (entry === undefined) return { state, anomalyReason: 'UNKNOWN_CODE' };
  const { after, flag } = entry;
  if (after === undefined)
    return { state: flag === undefined ? state : { ...state, [flag]: true } };
  const target = state.leg === 'RETURN' ? (ON_RETURN_LEG[after] ?? after) : after;
  const move = moveOf(state, target, entry);
  if (move === undefined)
    return { state, anomalyReason: terminal ? 'AFTER_TERMINAL' : 'ILLEGAL_TRANSITION' };
  const next = accepted(state, target, move, event.occurredAt);
  return { state: after === 'RETURNING' ? { ...next, leg: 'RETURN' } : next };
};
