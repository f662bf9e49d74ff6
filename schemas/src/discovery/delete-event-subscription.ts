import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';

export const deleteEventSubscription = defineOperation({
  name: 'delete-event-subscription',
  since: '1.0',
  title: { en: 'End an event subscription', zh: '取消事件订阅' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'DELETE',
  path: '/v1/event-subscriptions/{subscriptionId}',
  answer: { status: 204 },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
