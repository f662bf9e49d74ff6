import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Optional,
  ORGANISATION_ROLES,
  SERVING_ROLES,
} from '../define/index.ts';
import { EventSubscription, subscriptionChoice } from './event-subscription.ts';

/** Nothing that it changes is optional in the resource, so there is no `clear`. */
export const EventSubscriptionUpdate = Closed(
  'EventSubscriptionUpdate',
  { en: 'Change of an event subscription', zh: '变更事件订阅' },
  {
    en: 'Members replace the stored ones as a whole; a new address is challenged again.',
    zh: '成员整体替换原值；新地址须重新验证。',
  },
  {
    callbackUrl: Optional(subscriptionChoice.callbackUrl),
    eventTypes: Optional(subscriptionChoice.eventTypes),
    signing: Optional(subscriptionChoice.signing),
  },
);
export type EventSubscriptionUpdate = Static<typeof EventSubscriptionUpdate>;

export const updateEventSubscription = defineOperation({
  name: 'update-event-subscription',
  since: '1.0',
  title: { en: 'Change an event subscription', zh: '变更事件订阅' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'PATCH',
  path: '/v1/event-subscriptions/{subscriptionId}',
  request: EventSubscriptionUpdate,
  answer: { status: 200, body: EventSubscription },
  lifecycle: 'event-subscription',
  problems: ['NOT_FOUND', 'REVISION_STALE', 'PRECONDITION_REQUIRED', 'RULE_VIOLATION'],
  agreement: 'none',
  requirements: [],
  examples: {
    request: {
      valid: {
        'another address': { callbackUrl: 'https://shop-one.example/inbox-2' },
        'fewer types': { eventTypes: ['org.openwaybill.tracking.event.recorded'] },
      },
      invalid: {
        'the state is commanded': {
          value: { state: 'ACTIVE' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'one type is named twice': {
          value: {
            eventTypes: [
              'org.openwaybill.tracking.event.recorded',
              'org.openwaybill.tracking.event.recorded',
            ],
          },
          breaks: { pointer: '/eventTypes', rule: 'uniqueItems' },
        },
        'the symmetric signature alone': {
          value: { signing: 'V1' },
          breaks: { pointer: '/signing', rule: 'enum' },
        },
      },
    },
  },
});
