import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
} from '../define/index.ts';
import { SubscriptionId } from '../vocabulary/subscription-id.ts';
import { EventSubscription, subscriptionChoice } from './event-subscription.ts';

export const EventSubscriptionCreation = Closed(
  'EventSubscriptionCreation',
  { en: 'Creation of an event subscription', zh: '创建事件订阅' },
  {
    en: 'Asks a sender of events to deliver some of them; the receiver makes the id.',
    zh: '请求事件发送方投递所选事件；标识由收方生成。',
  },
  { subscriptionId: Ref(SubscriptionId), ...subscriptionChoice },
);
export type EventSubscriptionCreation = Static<typeof EventSubscriptionCreation>;

const creation: EventSubscriptionCreation = {
  subscriptionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
  callbackUrl: 'https://shop-one.example/openwaybill/v1/event-inbox',
  eventTypes: ['org.openwaybill.order.status.changed'],
  signing: 'V1A',
};
const { signing: _, ...withoutSigning } = creation;

export const createEventSubscription = defineOperation({
  name: 'create-event-subscription',
  since: '1.0',
  title: { en: 'Subscribe to events', zh: '订阅事件' },
  description: {
    en: 'A challenge is sent after the answer; until it is answered no other event is sent.',
    zh: '应答之后发送验证事件；验证前不发送其他事件。',
  },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/event-subscriptions',
  request: EventSubscriptionCreation,
  answer: { status: 201, body: EventSubscription },
  lifecycle: 'event-subscription',
  problems: ['RULE_VIOLATION'],
  agreement: 'none',
  requirements: [],
  examples: {
    request: {
      valid: {
        'one type of event': creation,
        'on a port of its own, with a symmetric signature': {
          ...creation,
          callbackUrl: 'https://shop-one.example:8443/inbox',
          signing: 'V1A_AND_V1',
        },
      },
      invalid: {
        'signing is missing': { value: withoutSigning, breaks: { pointer: '', rule: 'required' } },
        'no event type': {
          value: { ...creation, eventTypes: [] },
          breaks: { pointer: '/eventTypes', rule: 'minItems' },
        },
        'a wildcard is no event type': {
          value: { ...creation, eventTypes: ['org.openwaybill.order.*'] },
          breaks: { pointer: '/eventTypes/0', rule: 'pattern' },
        },
        'the caller names a secret': {
          value: { ...creation, secret: 'whsec_Zm9ydHktdHdvIGJ5dGVzIG9mIGZpY3Rpb24=' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
