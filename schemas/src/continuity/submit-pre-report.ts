import type { Static } from '@sinclair/typebox';
import {
  Closed,
  check,
  defineOperation,
  Line,
  Optional,
  privacy,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { InterruptionReason } from '../vocabulary/interruption-reason-codes.ts';
import { NoticeClass } from '../vocabulary/notice-class-codes.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { PLANNED_NOTICE, smallImpact } from './_examples.ts';
import { InterruptionImpact } from './interruption-impact.ts';
import { InterruptionScope } from './interruption-scope.ts';

/** Told to the regulator before the counterparties. */
export const InterruptionPreReport = Closed(
  'InterruptionPreReport',
  { en: 'Pre-report of an interruption', zh: '中断预报告' },
  {
    en: 'Tells the regulator of an interruption before its notice is issued.',
    zh: '在发出通知之前向监管部门报告拟议的中断。',
  },
  {
    noticeId: Ref(NoticeId),
    noticeClass: Ref(NoticeClass),
    scope: Ref(InterruptionScope),
    startsAt: Ref(
      Instant,
      words({ en: 'Starts at', zh: '开始时刻' }, { en: 'When it starts.', zh: '中断开始的时刻。' }),
    ),
    riskLevel: Ref(RiskLevel),
    impact: Ref(InterruptionImpact),
    reason: Ref(InterruptionReason),
    measures: Line(
      500,
      { en: 'Measures', zh: '措施' },
      { en: 'What is done to limit the impact.', zh: '为限制影响采取的措施。' },
      { ...privacy('business', 'business-text'), ...check('digit-run') },
    ),
  },
);
export type InterruptionPreReport = Static<typeof InterruptionPreReport>;

/** What the sender keeps as evidence of its pre-report. */
export const PreReportReceipt = Closed(
  'PreReportReceipt',
  { en: 'Receipt of a pre-report', zh: '预报告回执' },
  { en: 'The pre-report has been received.', zh: '预报告已收悉。' },
  {
    preReportId: Ref(
      Uuid,
      words(
        { en: 'Pre-report id', zh: '预报告标识' },
        { en: 'Names the pre-report.', zh: '标识该预报告。' },
      ),
    ),
    receivedAt: Ref(
      Instant,
      words(
        { en: 'Received at', zh: '收悉时刻' },
        { en: 'When it was received.', zh: '收到的时刻。' },
      ),
    ),
    comment: Optional(
      Line(
        500,
        { en: 'Comment', zh: '意见' },
        { en: 'What the regulator remarks.', zh: '监管部门的意见。' },
        { ...privacy('business', 'business-text'), ...check('digit-run') },
      ),
    ),
  },
);
export type PreReportReceipt = Static<typeof PreReportReceipt>;

const report: InterruptionPreReport = {
  noticeId: PLANNED_NOTICE,
  noticeClass: 'PLANNED',
  scope: { modules: ['order', 'waybill'] },
  startsAt: '2026-11-28T02:00:00+08:00',
  riskLevel: 'HIGH',
  impact: smallImpact,
  reason: 'UPGRADE',
  measures: '号段提前发放，轨迹查询保持可用。',
};
const { measures, ...helpless } = report;

/** A notice of high risk is issued only after it. */
export const submitPreReport = defineOperation({
  name: 'submit-pre-report',
  since: '1.0',
  title: { en: 'Submit a pre-report', zh: '提交中断预报告' },
  servedBy: ['regulator', 'hub'],
  calledBy: SERVING_ROLES,
  method: 'POST',
  path: '/v1/interruption-pre-reports',
  request: InterruptionPreReport,
  answer: { status: 201, body: PreReportReceipt },
  problems: ['RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  agreement: 'none',
  requirements: [
    {
      id: 'CTY-005',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A pre-report precedes a notice of HIGH or CRITICAL risk.',
        zh: '高风险中断须先预报告后通知。',
      },
      wire: 'order of messages at the regulator',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'upgrade of high risk': report },
      invalid: {
        'measures are missing': { value: helpless, breaks: { pointer: '', rule: 'required' } },
        'risk is a number': {
          value: { ...report, riskLevel: '12' },
          breaks: { pointer: '/riskLevel', rule: 'enum' },
        },
        'impact is incomplete': {
          value: { ...report, impact: { ordersPerHourCount: 10, parcelsInFlightCount: 10 } },
          breaks: { pointer: '/impact', rule: 'required' },
        },
      },
    },
    answer: {
      valid: {
        'received with a comment': {
          preReportId: '01935b8a-7c00-7a11-8a01-0000000000f2',
          receivedAt: '2026-11-21T09:00:00+08:00',
          comment: '请于恢复后报送总结。',
        },
      },
      invalid: {
        'comment is empty': {
          value: {
            preReportId: '01935b8a-7c00-7a11-8a01-0000000000f2',
            receivedAt: '2026-11-21T09:00:00+08:00',
            comment: '',
          },
          breaks: { pointer: '/comment', rule: 'minLength' },
        },
        'receipt at no time': {
          value: { preReportId: '01935b8a-7c00-7a11-8a01-0000000000f2' },
          breaks: { pointer: '', rule: 'required' },
        },
      },
    },
  },
});
