import type { AnomalyReason } from './anomaly-reason-codes.ts';
import { datesOf, type FoldableEvent, type PlacedEvent, placeEvents } from './fold-order.ts';
import { FOLD_START, type FoldState, foldStep } from './fold-step.ts';
import { parcelStatusEntries } from './parcel-status-codes.ts';

/** A stored event with what the fold of the moment makes of it. */
export type FoldedEvent<E extends FoldableEvent> = PlacedEvent<E> & {
  readonly anomalyReason?: AnomalyReason;
  /** `occurredAt` is so much later than `recordedAt` that its `timeQuality` is shown as ESTIMATED. */
  readonly clockFault: boolean;
};

/** What the set of the stored events of a parcel says. */
export type FoldResult<E extends FoldableEvent = FoldableEvent> = FoldState & {
  /** Of the fold alone: LOST becomes terminal by time, which the fold does not know. */
  readonly terminal: boolean;
  readonly anomalyCount: number;
  readonly eventCount: number;
  /** The last event that takes part. */
  readonly lastEvent?: E;
  /** Every stored event once, as `listParcelEvents` lists them. */
  readonly events: readonly FoldedEvent<E>[];
  /** Reasons by `eventId`. */
  readonly anomalies: ReadonlyMap<string, AnomalyReason>;
};

/** Clocks of two systems differ by less. */
const CLOCK_TOLERANCE_MILLISECONDS = 5 * 60_000;

const hasClockFault = (event: FoldableEvent): boolean => {
  if (event.occurredAt === event.recordedAt) return false;
  const { occurred, recorded } = datesOf(event);
  return occurred - recorded > CLOCK_TOLERANCE_MILLISECONDS;
};

/**
 * The status of a parcel: a pure function of the set of its events. Permuting, delaying or repeating their arrival
 * never changes the result. One `eventId` has one content, as intake sees to (`EVENT_ID_CONFLICT`).
 */
export const fold = <E extends FoldableEvent>(events: readonly E[]): FoldResult<E> => {
  let state = FOLD_START;
  let lastEvent: E | undefined;
  const folded = placeEvents(events).map((placed): FoldedEvent<E> => {
    if (placed.part === 'DUPLICATE')
      return { ...placed, anomalyReason: 'DUPLICATE', clockFault: false };
    if (placed.part !== 'FOLDED') return { ...placed, clockFault: false };
    const step = foldStep(state, placed.event);
    const clockFault = hasClockFault(placed.event);
    const anomalyReason = step.anomalyReason ?? (clockFault ? 'CLOCK' : undefined);
    state = step.state;
    lastEvent = placed.event;
    const { event, part } = placed;
    return anomalyReason === undefined
      ? { event, part, clockFault }
      : { event, part, clockFault, anomalyReason };
  });
  const anomalies = new Map<string, AnomalyReason>();
  for (const { event, anomalyReason } of folded)
    if (anomalyReason !== undefined) anomalies.set(event.eventId, anomalyReason);
  return {
    ...state,
    terminal: parcelStatusEntries[state.status].terminal,
    anomalyCount: anomalies.size,
    eventCount: folded.length,
    ...(lastEvent === undefined ? {} : { lastEvent }),
    events: folded,
    anomalies,
  };
};
