import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  Line,
  ORGANISATION_ROLES,
  privacy,
  Resource,
  SERVING_ROLES,
} from '../define/index.ts';

/** Random text of at least 128 bits, as 22 characters of base64url or more. */
export const challengeText = Line(
  64,
  { en: 'Challenge', zh: '验证值' },
  {
    en: 'At least 128 random bits, to be answered as they are.',
    zh: '至少 128 位随机数，须原样应答。',
  },
  { pattern: '[A-Za-z0-9_-]{22,64}', ...privacy('pseudonymous', 'opaque-ref') },
);

export const SubscriptionChallenge = Resource(
  'SubscriptionChallenge',
  { en: 'Challenge of a subscription', zh: '订阅验证' },
  {
    en: 'Proves that the receiver controls the address that it named.',
    zh: '证明收方控制其所给出的地址。',
  },
  { challenge: challengeText },
);
export type SubscriptionChallenge = Static<typeof SubscriptionChallenge>;

export const subscriptionChallenged = defineEvent({
  type: 'org.openwaybill.discovery.subscription.challenged',
  since: '1.0',
  title: { en: 'A subscription is challenged', zh: '订阅待验证' },
  description: {
    en: 'Signed and repeated as every event, with the challenge as its subject; it is not counted, so that its sequence is twenty zeros. The receiver verifies it as every event and answers within 5 s with 200, `application/json` and a `ChallengeAnswer`; any other answer, 204 among them, leaves the subscription as it was.',
    zh: '与其他事件同样签名与重发，以验证值为主题；不计入序号，故其序号为二十个零。收方照常验证，并在 5 秒内以 200、`application/json` 及 `ChallengeAnswer` 应答；其他应答（含 204）不改变订阅状态。',
  },
  from: SERVING_ROLES,
  to: ORGANISATION_ROLES,
  data: SubscriptionChallenge,
  subject: 'challenge',
  lifecycle: 'event-subscription',
  requirements: [],
  examples: {
    valid: { '144 random bits': { challenge: 'b3BlbndheWJpbGwtY2hhbGxl' } },
    invalid: {
      'challenge is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
      'too few bits': {
        value: { challenge: 'c2hvcnQ' },
        breaks: { pointer: '/challenge', rule: 'pattern' },
      },
    },
  },
});
