import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Optional,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
  Whole,
  words,
} from '../define/index.ts';
import { Duration } from '../vocabulary/duration.ts';
import { Instant } from '../vocabulary/instant.ts';

export const TestClockAdvance = Closed(
  'TestClockAdvance',
  { en: 'Advance of the test clock', zh: '推进测试时钟' },
  {
    en: 'By a duration or to an instant; exactly one of them.',
    zh: '按时长或至某时刻；二者择一。',
  },
  {
    by: Optional(
      Ref(Duration, words({ en: 'By', zh: '推进时长' }, { en: 'How far.', zh: '推进多久。' })),
    ),
    toAt: Optional(
      Ref(
        Instant,
        words({ en: 'To', zh: '推进至' }, { en: 'Not in the past.', zh: '不得早于当前时刻。' }),
      ),
    ),
  },
);
export type TestClockAdvance = Static<typeof TestClockAdvance>;

export const TestClockAdvanced = Closed(
  'TestClockAdvanced',
  { en: 'Advanced test clock', zh: '测试时钟已推进' },
  { en: 'All due timers have run when it is answered.', zh: '应答时到期任务均已执行。' },
  {
    now: Ref(
      Instant,
      words({ en: 'Now', zh: '当前时刻' }, { en: 'By the test clock.', zh: '以测试时钟计。' }),
    ),
    firedCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Fired timers', zh: '触发数' },
      { en: 'How many timers ran.', zh: '所触发的定时任务数。' },
    ),
  },
);
export type TestClockAdvanced = Static<typeof TestClockAdvanced>;

export const advanceTestClock = defineOperation({
  name: 'advance-test-clock',
  since: '1.0',
  title: { en: 'Advance the test clock', zh: '推进测试时钟' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/test-controls/clock/advance',
  request: TestClockAdvance,
  answer: { status: 200, body: TestClockAdvanced },
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  agreement: 'none',
  class: 'test-control',
  requirements: [
    {
      id: 'DSC-018',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'C',
      text: {
        en: 'Advancing the test clock runs every due timer before it answers.',
        zh: '推进测试时钟须在应答前触发到期任务。',
      },
      wire: 'expiry right after the answer',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'by half an hour': { by: 'PT30M' },
        'to an instant': { toAt: '2026-11-09T10:00:00+08:00' },
      },
      invalid: {
        'a month has no fixed length': {
          value: { by: 'P1M' },
          breaks: { pointer: '/by', rule: 'pattern' },
        },
        'a number of seconds': {
          value: { seconds: 1800 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'neither is given': {
          value: {},
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'both are given': {
          value: { by: 'PT30M', toAt: '2026-11-09T10:00:00+08:00' },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
    answer: {
      valid: { 'two timers ran': { now: '2026-11-02T10:30:00+08:00', firedCount: 2 } },
      invalid: {
        'count is missing': {
          value: { now: '2026-11-02T10:30:00+08:00' },
          breaks: { pointer: '', rule: 'required' },
        },
        'less than none ran': {
          value: { now: '2026-11-02T10:30:00+08:00', firedCount: -1 },
          breaks: { pointer: '/firedCount', rule: 'minimum' },
        },
      },
    },
  },
});
