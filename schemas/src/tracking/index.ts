import { defineModule } from '../define/index.ts';

export const trackingModule = defineModule({
  name: 'tracking',
  chapter: 3,
  prefix: 'TRK',
  title: { en: 'Tracking', zh: '物流轨迹' },
  description: {
    en: 'Observations of parcels, and the status that folds from them.',
    zh: '对包裹的观测，以及由其折叠得出的状态。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3', 'SC-12', 'SC-14', 'DL-7', 'DL-15', 'DL-16'],
});

export * from './anomaly-reason-codes.ts';
export * from './create-tracking-subscription.ts';
export * from './delete-tracking-subscription.ts';
export * from './eta-updated.ts';
export * from './event-codes.ts';
export * from './event-recorded.ts';
export * from './fold.ts';
export * from './fold-order.ts';
export * from './fold-requirements.ts';
export * from './fold-step.ts';
export * from './get-parcel.ts';
export * from './get-proof-of-delivery.ts';
export * from './get-tracking-subscription.ts';
export * from './list-parcel-events.ts';
export * from './parcel.ts';
export * from './parcel-lifecycle.ts';
export * from './parcel-proof.ts';
export * from './parcel-stage.ts';
export * from './parcel-status-codes.ts';
export * from './parcel-transitions.ts';
export * from './pod-available.ts';
export * from './query-parcels.ts';
export * from './show-event.ts';
export * from './subscription-changed.ts';
export * from './tracking-event.ts';
export * from './tracking-event-recorded.ts';
export * from './tracking-subscription.ts';
