import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { ModuleName } from '../module-name.ts';
import { Duration } from '../vocabulary/duration.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NoticeClass } from '../vocabulary/notice-class-codes.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';

export const TestInterruption = Closed(
  'TestInterruption',
  { en: 'Test interruption', zh: '测试中断' },
  {
    en: 'An interruption of the system for the calling tenant, announced as a real one.',
    zh: '面向调用租户的一次中断，按真实中断通知。',
  },
  {
    noticeClass: Ref(NoticeClass),
    modules: ListOf(Ref(ModuleName), 1, 100, {
      uniqueItems: true,
      ...words(
        { en: 'Modules', zh: '模块' },
        { en: 'Which are interrupted.', zh: '受影响的模块。' },
      ),
    }),
    duration: Ref(
      Duration,
      words(
        { en: 'Duration', zh: '时长' },
        {
          en: 'After it the interruption ends; a TERMINATION ends only with the tenant.',
          zh: '到期即恢复；TERMINATION 仅随租户重置结束。',
        },
      ),
    ),
    startsAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Starts at', zh: '开始时刻' },
          {
            en: 'Absent: now for UNPLANNED, else after the shortest lead.',
            zh: '不出现：UNPLANNED 为当前时刻，否则为最短提前量之后。',
          },
        ),
      ),
    ),
    riskLevel: Optional(
      Ref(
        RiskLevel,
        words({ en: 'Risk', zh: '风险等级' }, { en: 'Absent: LOW.', zh: '不出现即 LOW。' }),
      ),
    ),
  },
);
export type TestInterruption = Static<typeof TestInterruption>;

export const TestInterruptionStarted = Closed(
  'TestInterruptionStarted',
  { en: 'Started test interruption', zh: '测试中断已安排' },
  { en: 'The notice that announces it.', zh: '所发布的通知。' },
  { noticeId: Ref(NoticeId) },
);
export type TestInterruptionStarted = Static<typeof TestInterruptionStarted>;

const outage: TestInterruption = {
  noticeClass: 'UNPLANNED',
  modules: ['tracking'],
  duration: 'PT1H',
};

export const startTestInterruption = defineOperation({
  name: 'start-test-interruption',
  since: '1.0',
  title: { en: 'Start an interruption', zh: '发起测试中断' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/test-controls/interruptions',
  request: TestInterruption,
  answer: { status: 201, body: TestInterruptionStarted },
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    request: {
      valid: {
        'tracking breaks for an hour': outage,
        'a planned one of high risk': {
          ...outage,
          noticeClass: 'PLANNED',
          startsAt: '2026-11-09T02:00:00+08:00',
          riskLevel: 'HIGH',
        },
      },
      invalid: {
        'duration is missing': {
          value: { noticeClass: 'UNPLANNED', modules: ['tracking'] },
          breaks: { pointer: '', rule: 'required' },
        },
        'no module': {
          value: { ...outage, modules: [] },
          breaks: { pointer: '/modules', rule: 'minItems' },
        },
        'a module is unknown': {
          value: { ...outage, modules: ['database'] },
          breaks: { pointer: '/modules/0', rule: 'enum' },
        },
      },
    },
    answer: {
      valid: { 'a notice': { noticeId: 'ntc_2Jx8mQ4tVb7LkD0sYw9cRA' } },
      invalid: {
        'notice id is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'notice id lacks its prefix': {
          value: { noticeId: '2Jx8mQ4tVb7LkD0sYw9cRA' },
          breaks: { pointer: '/noticeId', rule: 'pattern' },
        },
      },
    },
  },
});
