import { eventCodeEntry, type TrackingEvent } from '@openwaybill/schemas';

/** What stands for a code of a later minor, and where its own text goes. */
const FALLBACK = 'INFO' as const;
const VOCABULARY = 'OPENWAYBILL';

/** The code under which an event is shown. */
export const knownCode = (eventCode: TrackingEvent['eventCode']): TrackingEvent['eventCode'] =>
  eventCodeEntry(eventCode) === undefined ? FALLBACK : eventCode;

/**
 * An event as this version of the standard says it: a code that it does not know is the fallback, and its text stays
 * readable as the raw code of its source.
 */
export const inKnownCodes = <E extends Pick<TrackingEvent, 'eventCode' | 'statusAfter' | 'source'>>(
  event: E,
): E => {
  if (eventCodeEntry(event.eventCode) !== undefined) return event;
  const { statusAfter: _, ...rest } = event;
  return {
    ...rest,
    eventCode: FALLBACK,
    source: event.source ?? { vocabulary: VOCABULARY, rawCode: event.eventCode },
  } as E;
};
