import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { ClockMode } from './test-control-codes.ts';

export const TestClock = Closed(
  'TestClock',
  { en: 'Test clock', zh: '测试时钟' },
  {
    en: 'The clock of every instant in bodies, every timer, life, period and quota, and of the schedule of deliveries, of one tenant. Tokens, signatures, `webhook-timestamp` and rate limits keep real time. A Retry-After counts by the clock of what is waited for.',
    zh: '某租户报文中的时刻、各定时器、期限、周期与配额，以及投递计划所依的时钟。令牌、签名、`webhook-timestamp` 与速率限制依真实时间。Retry-After 依所等待事项的时钟计。',
  },
  {
    now: Ref(
      Instant,
      words({ en: 'Now', zh: '当前时刻' }, { en: 'By the test clock.', zh: '以测试时钟计。' }),
    ),
    mode: Ref(ClockMode),
  },
);
export type TestClock = Static<typeof TestClock>;

export const getTestClock = defineOperation({
  name: 'get-test-clock',
  since: '1.0',
  title: { en: 'Read the test clock', zh: '查询测试时钟' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/test-controls/clock',
  answer: { status: 200, body: TestClock },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    answer: {
      valid: { 'it stands': { now: '2026-11-02T10:00:00+08:00', mode: 'FROZEN' } },
      invalid: {
        'mode is missing': {
          value: { now: '2026-11-02T10:00:00+08:00' },
          breaks: { pointer: '', rule: 'required' },
        },
        'it runs backwards': {
          value: { now: '2026-11-02T10:00:00+08:00', mode: 'REVERSE' },
          breaks: { pointer: '/mode', rule: 'enum' },
        },
      },
    },
  },
});
