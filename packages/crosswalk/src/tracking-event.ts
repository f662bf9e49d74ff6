import type { Region, TrackingEvent } from '@openwaybill/schemas';

/** What the standard says of an observation; the package makes nothing else. */
export type { Region, TrackingEvent };

/** What was observed. */
export type EventCode = TrackingEvent['eventCode'];

/** How sure a mapping is. */
export type Confidence = TrackingEvent['confidence'];

/** Why a pickup or a delivery failed. */
export type FailReason = NonNullable<TrackingEvent['reason']>;

/** On the way to the consignee, or back. */
export type Leg = NonNullable<TrackingEvent['leg']>;

/** A courier of the standard. */
export type CarrierCode = TrackingEvent['carrierCode'];
