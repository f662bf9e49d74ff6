import { defineModule } from '../define/index.ts';

export const discoveryModule = defineModule({
  name: 'discovery',
  chapter: 7,
  prefix: 'DSC',
  title: { en: 'Discovery, keys, health, test control', zh: '能力发现' },
  description: {
    en: 'What a system claims, how its events are had, and how a sandbox is driven.',
    zh: '系统所声明的能力、事件的订阅方式，以及沙箱的驱动方式。',
  },
  conformanceClass: 'core',
  clauses: ['SC-4', 'SC-14', 'DL-7'],
});

export * from './advance-test-clock.ts';
export * from './capabilities-changed.ts';
export * from './create-event-subscription.ts';
export * from './delete-event-subscription.ts';
export * from './delivery-requirements.ts';
export * from './discovery-codes.ts';
export * from './error-requirements.ts';
export * from './event-subscription.ts';
export * from './event-subscription-lifecycle.ts';
export * from './get-capabilities.ts';
export * from './get-event-subscription.ts';
export * from './get-health.ts';
export * from './get-keys.ts';
export * from './get-test-action.ts';
export * from './get-test-clock.ts';
export * from './idempotency-requirements.ts';
export * from './keys-rotated.ts';
export * from './list-event-subscriptions.ts';
export * from './list-requirements.ts';
export * from './list-test-controls.ts';
export * from './list-test-parcels.ts';
export * from './receive-event.ts';
export * from './record-test-scan.ts';
export * from './reset-test-tenant.ts';
export * from './retry-requirements.ts';
export * from './shape-requirements.ts';
export * from './start-test-interruption.ts';
export * from './subscription-challenged.ts';
export * from './test-control-codes.ts';
export * from './test-control-requirements.ts';
export * from './trigger-test-action.ts';
export * from './update-event-subscription.ts';
export * from './version-requirements.ts';
