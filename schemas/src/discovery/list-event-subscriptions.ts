import type { Static } from '@sinclair/typebox';
import { defineOperation, ORGANISATION_ROLES, pageOf, SERVING_ROLES } from '../define/index.ts';
import { EventSubscription } from './event-subscription.ts';

export const EventSubscriptionPage = pageOf(EventSubscription, {
  en: 'event subscription',
  zh: '事件订阅',
});
export type EventSubscriptionPage = Static<typeof EventSubscriptionPage>;

export const listEventSubscriptions = defineOperation({
  name: 'list-event-subscriptions',
  since: '1.0',
  title: { en: 'List event subscriptions', zh: '列出事件订阅' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/event-subscriptions',
  answer: { status: 200, body: EventSubscriptionPage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'none so far': { items: [] },
        'the place to go on from': { items: [], nextCursor: 'c2Vjb25k' },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'the cursor is empty': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
