import { codesOf, defineLifecycle } from '../define/index.ts';
import { SubscriptionState } from '../vocabulary/subscription-state-codes.ts';

const { PENDING_CHALLENGE, ACTIVE, ABORTED } = codesOf(SubscriptionState);

/** A deleted subscription is gone, so that COMPLETED, the end of a tracking subscription, is no state of this one. */
export const eventSubscriptionLifecycle = defineLifecycle({
  entity: 'event-subscription',
  title: { en: 'Event subscription', zh: '事件订阅' },
  refusals: 'DSC-028',
  states: {
    PENDING_CHALLENGE: { ...PENDING_CHALLENGE, terminal: false },
    ACTIVE: { ...ACTIVE, terminal: false },
    ABORTED: { ...ABORTED, terminal: false },
  },
  transitions: [
    {
      kind: 'command',
      on: 'create-event-subscription',
      from: [],
      to: 'PENDING_CHALLENGE',
      requirement: 'DSC-011',
    },
    {
      kind: 'observation',
      on: 'CHALLENGE_ANSWERED',
      from: ['PENDING_CHALLENGE'],
      to: 'ACTIVE',
      requirement: 'DSC-011',
    },
    {
      kind: 'command',
      on: 'update-event-subscription',
      from: ['PENDING_CHALLENGE', 'ACTIVE', 'ABORTED'],
      to: 'PENDING_CHALLENGE',
      guard: {
        name: 'NEW_URL',
        text: {
          en: 'The request names another callbackUrl, which is challenged.',
          zh: '请求给出另一 callbackUrl，须重新验证。',
        },
      },
      requirement: 'DSC-011',
    },
    {
      kind: 'command',
      on: 'update-event-subscription',
      from: ['PENDING_CHALLENGE', 'ACTIVE', 'ABORTED'],
      to: 'SAME',
    },
    {
      kind: 'timer',
      on: 'RETRIES_OVER',
      from: ['PENDING_CHALLENGE', 'ACTIVE'],
      to: 'ABORTED',
    },
    {
      kind: 'observation',
      on: 'RECEIVER_GONE',
      from: ['PENDING_CHALLENGE', 'ACTIVE'],
      to: 'ABORTED',
    },
  ],
});
