import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  idOf,
  ORGANISATION_ROLES,
  SERVING_ROLES,
} from '../define/index.ts';
import { CloudEvent } from '../vocabulary/cloud-event.ts';
import { challengeText } from './subscription-challenged.ts';

export const ChallengeAnswer = Closed(
  'ChallengeAnswer',
  { en: 'Answer to a challenge', zh: '验证应答' },
  { en: 'The same challenge, with status 200.', zh: '以 200 原样返回验证值。' },
  { challenge: challengeText },
);
export type ChallengeAnswer = Static<typeof ChallengeAnswer>;

const notification: CloudEvent = {
  specversion: '1.0',
  id: 'msg_0000000000000007',
  source: 'urn:openwaybill:party:ZZEXPRESS',
  type: 'org.openwaybill.discovery.capabilities.changed',
  subject: '4',
  time: '2026-11-02T10:00:00+08:00',
  datacontenttype: 'application/json',
  dataschema: idOf('CapabilitiesChange'),
  sequence: '00000000000000000007',
  data: { revision: 4 },
};
const { data: _, ...withoutData } = notification;

export const receiveEvent = defineOperation({
  name: 'receive-event',
  since: '1.0',
  title: { en: 'Receive an event', zh: '接收事件' },
  description: {
    en: 'The signature authenticates; webhook-id is the key of idempotency. 204 without a body; a challenge is answered with 200 and its body. What is not taken within 5 s, a redirect among it, is sent again after about 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, 3 h, 6 h, then every 6 h until 72 h are over; then, and after a 410 at once, the subscription is ABORTED.',
    zh: '以签名认证；webhook-id 即幂等键。返回 204 且无报文体；验证事件以 200 及报文体应答。5 秒内未被接受者（含重定向）约于 5 秒、30 秒、2 分、10 分、30 分、1 小时、3 小时、6 小时后重发，其后每 6 小时一次，至满 72 小时；届时订阅转为 ABORTED，收到 410 则立即如此。',
  },
  servedBy: ORGANISATION_ROLES,
  calledBy: SERVING_ROLES,
  method: 'POST',
  path: '/v1/event-inbox',
  request: CloudEvent,
  answer: { status: 204, also: [200], body: ChallengeAnswer },
  problems: ['SIGNATURE_INVALID', 'TIMESTAMP_SKEW', 'EVENT_ID_CONFLICT'],
  token: 'none',
  agreement: 'none',
  idempotencyKey: 'none',
  requirements: [
    {
      id: 'DSC-009',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: {
        en: 'An event with a wrong signature or a timestamp off by more than 300 s is refused and has no effect.',
        zh: '签名错误或时间偏差过大的事件须拒绝。',
      },
      wire: 'deliver altered; read back',
      judgedBy: 'check',
    },
    {
      id: 'DSC-029',
      level: 'MUST',
      roles: 'any',
      position: 'receiver',
      tier: 'W',
      text: { en: 'A delivery is answered within 5 s.', zh: '收到事件须在 5 秒内应答。' },
      wire: 'time of each delivery',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'the capabilities changed': notification },
      invalid: {
        'data are missing': { value: withoutData, breaks: { pointer: '', rule: 'required' } },
        'the id lacks its prefix': {
          value: { ...notification, id: '0000000000000007' },
          breaks: { pointer: '/id', rule: 'pattern' },
        },
        'a member of the payload stands beside it': {
          value: { ...notification, revision: 4 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
    answer: {
      valid: { 'the same challenge': { challenge: 'b3BlbndheWJpbGwtY2hhbGxl' } },
      invalid: {
        'challenge is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'the challenge is a number': {
          value: { challenge: 42 },
          breaks: { pointer: '/challenge', rule: 'type' },
        },
      },
    },
  },
});
