import type { Unmapped } from './lookup.ts';
import type { Region, TrackingEvent } from './tracking-event.ts';

/** Something of a document that the reader ought to know; never a value of the document. */
export type Warning = {
  /** JSON Pointer into the document. */
  readonly pointer: string;
  readonly rule:
    | 'NO_TRACE'
    | 'NO_PARCEL'
    | 'EVENT_INVALID'
    | 'PLACE_MISSING'
    | 'OFFSET_ASSUMED'
    | 'TIME_UNREADABLE'
    | 'WAYBILL_NO_UNUSABLE'
    | 'CODE_UNUSABLE'
    | 'TEXT_DROPPED'
    | 'IGNORED';
  readonly params?: Readonly<Record<string, string>>;
};

/** What became of a document of another vocabulary. */
export type Conversion = {
  readonly events: readonly TrackingEvent[];
  readonly unmapped: readonly (Unmapped & { readonly pointer: string })[];
  readonly warnings: readonly Warning[];
};

/** What the caller knows and the document does not say. Every member may be left out. */
export type Context = {
  /**
   * When the scans were first received: `recordedAt` where the source has no upload time. Another value at the next
   * poll is other content under the same id; without one, `occurredAt` stands there.
   */
  readonly receivedAt?: string;
  /** Two letters: the country of places that name none. */
  readonly countryCode?: string;
  /** The table that six-digit codes of the source are from. */
  readonly regionCodeVersion?: string;
  /** Finds the region of a place that the source names in words. */
  readonly regionOf?: (place: string) => Region | undefined;
  /** Names of facilities, which scrubbing keeps. */
  readonly facilities?: readonly string[];
  /** Relation of a waybill to its parent, where it has one. */
  readonly relationOf?: (waybillNo: string) => 'RETURN' | 'FORWARD' | undefined;
  /** Direction of the customs that a parcel passes. */
  readonly direction?: 'EXPORT' | 'IMPORT';
  /** Puts the scrubbed text into the events: for reads only, an event payload has no text. */
  readonly withText?: boolean;
};

/** A pure function from a document of a vocabulary to events of the standard. */
export type Adapter = (document: unknown, context?: Context) => Conversion;

/** Nothing found, and why. */
export const nothing = (pointer: string, rule: Warning['rule']): Conversion => ({
  events: [],
  unmapped: [],
  warnings: [{ pointer, rule }],
});

/** Several conversions as one; an observation that stands twice counts once. */
export const joined = (conversions: readonly Conversion[]): Conversion => ({
  events: [
    ...new Map(
      conversions.flatMap(({ events }) => events.map((event) => [event.eventId, event] as const)),
    ).values(),
  ],
  unmapped: conversions.flatMap(({ unmapped }) => unmapped),
  warnings: conversions.flatMap(({ warnings }) => warnings),
});
