import type { Static } from '@sinclair/typebox';
import { Resource } from '../define/index.ts';
import { TrackingEvent } from './tracking-event.ts';

const { text, anomaly, anomalyReason, extensions, ...recorded } = TrackingEvent.properties;

/** Derived: what only reads have is left out, so that no member is above class `pseudonymous`. */
export const TrackingEventRecorded = Resource(
  'TrackingEventRecorded',
  { en: 'Recorded tracking event', zh: '已记录的轨迹事件' },
  {
    en: 'The observation as an event carries it: without the members that only reads have.',
    zh: '事件所携带的观测，不含仅见于查询的成员。',
  },
  recorded,
);
export type TrackingEventRecorded = Static<typeof TrackingEventRecorded>;
