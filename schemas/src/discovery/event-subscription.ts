import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { EventSequence } from '../vocabulary/event-sequence.ts';
import { EventType } from '../vocabulary/event-type.ts';
import { HttpsUrl } from '../vocabulary/https-url.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { SubscriptionId } from '../vocabulary/subscription-id.ts';
import { SubscriptionState } from '../vocabulary/subscription-state-codes.ts';
import { SigningScheme } from './discovery-codes.ts';

/** What the receiver chooses: the same in creation, change and resource. */
export const subscriptionChoice = {
  callbackUrl: Ref(
    HttpsUrl,
    words(
      { en: 'Callback address', zh: '回调地址' },
      {
        en: 'Where events are delivered; a public host, no user information, no personal data.',
        zh: '事件投递地址；须为公网主机，不含用户信息与个人信息。',
      },
    ),
  ),
  eventTypes: ListOf(Ref(EventType), 1, 100, {
    uniqueItems: true,
    ...words(
      { en: 'Event types', zh: '事件类型' },
      { en: 'Which events are delivered.', zh: '所订阅的事件类型。' },
    ),
  }),
  signing: Ref(SigningScheme),
};

export const EventSubscription = Resource(
  'EventSubscription',
  { en: 'Event subscription', zh: '事件订阅' },
  {
    en: 'The standing order of a receiver: which events go where.',
    zh: '收方的订阅：哪些事件投递至何处。',
  },
  {
    subscriptionId: Ref(SubscriptionId),
    ...subscriptionChoice,
    secret: Optional(
      Line(
        100,
        { en: 'Secret', zh: '密钥' },
        {
          en: 'For the symmetric signature; shown once, in the answer of the creation.',
          zh: '用于对称签名；仅在创建应答中出现一次。',
        },
        {
          pattern: 'whsec_[A-Za-z0-9+/]{32,88}={0,2}',
          'x-source': 'Standard Webhooks 1',
          ...privacy('secret', 'credential'),
        },
      ),
    ),
    state: Ref(SubscriptionState),
    failureCount: Whole(
      0,
      1000,
      { en: 'Failures', zh: '连续失败次数' },
      { en: 'Attempts that failed in a row.', zh: '连续失败的投递次数。' },
    ),
    lastSequence: Optional(
      Ref(
        EventSequence,
        words(
          { en: 'Last sequence', zh: '最近序号' },
          {
            en: 'Of the last event that the receiver acknowledged; absent before the first.',
            zh: '收方最近确认的事件序号；首次确认前不出现。',
          },
        ),
      ),
    ),
    ...storedMembers,
  },
);
export type EventSubscription = Static<typeof EventSubscription>;

const subscription: EventSubscription = {
  subscriptionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60b1',
  callbackUrl: 'https://shop-one.example/openwaybill/v1/event-inbox',
  eventTypes: ['org.openwaybill.order.status.changed', 'org.openwaybill.tracking.event.recorded'],
  signing: 'V1A',
  state: 'ACTIVE',
  failureCount: 0,
  lastSequence: '00000000000000000042',
  revision: 2,
  createdAt: '2026-11-01T09:00:00+08:00',
  updatedAt: '2026-11-01T09:00:02+08:00',
};
const { state: _, ...withoutState } = subscription;

export const eventSubscription = defineMessage({
  schema: EventSubscription,
  requirements: [
    {
      id: 'DSC-011',
      level: 'MUST',
      roles: 'any',
      position: 'sender',
      tier: 'W',
      text: {
        en: 'No event but the challenge is sent before the challenge is answered; redirects are not followed.',
        zh: '验证前不得发送事件，不跟随重定向。',
      },
      wire: 'silent receiver; 302',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'active, 42 events acknowledged': subscription,
      'just created, the secret is shown': {
        subscriptionId: subscription.subscriptionId,
        callbackUrl: subscription.callbackUrl,
        eventTypes: subscription.eventTypes,
        signing: 'V1A_AND_V1',
        secret: 'whsec_Zm9ydHktdHdvIGJ5dGVzIG9mIGZpY3Rpb24=',
        state: 'PENDING_CHALLENGE',
        failureCount: 0,
        revision: 1,
        createdAt: subscription.createdAt,
        updatedAt: subscription.createdAt,
      },
    },
    invalid: {
      'state is missing': { value: withoutState, breaks: { pointer: '', rule: 'required' } },
      'the sequence is a number of digits too short': {
        value: { ...subscription, lastSequence: '42' },
        breaks: { pointer: '/lastSequence', rule: 'pattern' },
      },
      'the secret lacks its prefix': {
        value: {
          ...subscription,
          signing: 'V1A_AND_V1',
          secret: 'Zm9ydHktdHdvIGJ5dGVzIG9mIGZpY3Rpb24=',
        },
        breaks: { pointer: '/secret', rule: 'pattern' },
      },
      'no symmetric signature, but a secret': {
        value: { ...subscription, secret: 'whsec_Zm9ydHktdHdvIGJ5dGVzIG9mIGZpY3Rpb24=' },
        breaks: { pointer: '/secret', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
