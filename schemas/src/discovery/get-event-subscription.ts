import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { EventSubscription } from './event-subscription.ts';

export const getEventSubscription = defineOperation({
  name: 'get-event-subscription',
  since: '1.0',
  title: { en: 'Read an event subscription', zh: '查询事件订阅' },
  description: { en: 'Without the secret.', zh: '不含密钥。' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/event-subscriptions/{subscriptionId}',
  answer: { status: 200, body: EventSubscription },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
