import type { FoldedEvent } from './fold.ts';
import type { FoldableEvent } from './fold-order.ts';
import type { TrackingEvent } from './tracking-event.ts';

/** A stored event as reads show it: with the anomaly of the moment, and its time as an estimate after a clock fault. */
export const showEvent = <E extends FoldableEvent & Pick<TrackingEvent, 'timeQuality'>>({
  event,
  anomalyReason,
  clockFault,
}: FoldedEvent<E>) => ({
  ...event,
  anomaly: anomalyReason !== undefined,
  ...(anomalyReason === undefined ? {} : { anomalyReason }),
  ...(clockFault ? { timeQuality: 'ESTIMATED' as const } : {}),
});
