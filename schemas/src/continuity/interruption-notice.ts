import type { Static } from '@sinclair/typebox';
import {
  check,
  defineMessage,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { FallbackMode } from '../vocabulary/fallback-mode-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { InterruptionReason } from '../vocabulary/interruption-reason-codes.ts';
import { NoticeClass } from '../vocabulary/notice-class-codes.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { ASSESSMENT, desk, FORMER_NOTICE, PLANNED_NOTICE, smallImpact } from './_examples.ts';
import { ContactDesk } from './contact-desk.ts';
import { InterruptionImpact } from './interruption-impact.ts';
import { InterruptionScope } from './interruption-scope.ts';
import { NoticeStatus } from './notice-status-codes.ts';

/** Ten years either way: nobody announces anything further ahead. */
const MAX_LEAD_SECONDS = 315_360_000;

/** The resource, and the payload of the event that announces it. */
export const InterruptionNotice = Resource(
  'InterruptionNotice',
  { en: 'Interruption notice', zh: '中断通知' },
  {
    en: 'Announces an interruption to every counterparty. While it is ACTIVE, PLANNED and UNPLANNED refuse the operations of the scope, RESTRICTION those that it names, TERMINATION everything from drainUntilAt on.',
    zh: '向各对手方通告中断。中断中状态下：计划与突发中断拒绝范围内的操作；限制提供仅拒绝所列操作；终止提供自排空期满起全部拒绝。',
  },
  {
    noticeId: Ref(NoticeId),
    noticeClass: Ref(NoticeClass),
    status: Ref(NoticeStatus),
    scope: Ref(InterruptionScope),
    startsAt: Ref(
      Instant,
      words({ en: 'Starts at', zh: '开始时刻' }, { en: 'When it starts.', zh: '中断开始的时刻。' }),
    ),
    expectedEndsAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Expected end', zh: '预计结束时刻' },
          {
            en: 'When service is expected back; present for PLANNED.',
            zh: '预计恢复的时刻；计划中断带此项。',
          },
        ),
      ),
    ),
    drainUntilAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Drain until', zh: '排空截止时刻' },
          {
            en: 'Until then nothing is refused; present for TERMINATION, at least 7 days after the latest promised delivery.',
            zh: '此前不拒绝任何操作；终止提供带此项，至少为最晚承诺送达后 7 日。',
          },
        ),
      ),
    ),
    detectedAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Detected at', zh: '发现时刻' },
          {
            en: 'When it was detected; present for UNPLANNED.',
            zh: '发现中断的时刻；突发中断带此项。',
          },
        ),
      ),
    ),
    issuedAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Issued at', zh: '通知时刻' },
          { en: 'When it was issued; present once it is.', zh: '发出通知的时刻；发出后带此项。' },
        ),
      ),
    ),
    leadSeconds: Whole(
      -MAX_LEAD_SECONDS,
      MAX_LEAD_SECONDS,
      { en: 'Lead time', zh: '提前秒数' },
      {
        en: 'From issuedAt to startsAt in whole seconds; negative for UNPLANNED.',
        zh: '自通知时刻至开始时刻的整秒数；突发中断为负。',
      },
      { 'x-unit': 's', ...privacy('business', 'measure') },
    ),
    reason: Ref(InterruptionReason),
    fallback: Ref(FallbackMode),
    impact: Optional(Ref(InterruptionImpact)),
    riskLevel: Ref(RiskLevel),
    assessmentId: Optional(
      Ref(
        Uuid,
        words(
          { en: 'Assessment', zh: '风险评估' },
          {
            en: 'The risk assessment behind it; present for PLANNED, RESTRICTION and TERMINATION of risk HIGH or CRITICAL.',
            zh: '所依据的风险评估；高或严重风险的计划中断、限制提供、终止提供带此项。',
          },
        ),
      ),
    ),
    contactDesk: Ref(ContactDesk),
    supersedesNoticeId: Optional(
      Ref(
        NoticeId,
        words(
          { en: 'Supersedes', zh: '替代的通知' },
          { en: 'The notice that this one replaces.', zh: '本通知所替代的通知。' },
        ),
      ),
    ),
    text: Optional(
      Line(
        500,
        { en: 'Text', zh: '文本' },
        { en: 'For people, without personal data.', zh: '供人阅读，不含个人信息。' },
        { ...privacy('business', 'business-text'), ...check('digit-run') },
      ),
    ),
    ...storedMembers,
  },
);
export type InterruptionNotice = Static<typeof InterruptionNotice>;

const planned: InterruptionNotice = {
  noticeId: PLANNED_NOTICE,
  noticeClass: 'PLANNED',
  status: 'ISSUED',
  scope: { modules: ['order', 'waybill'] },
  startsAt: '2026-11-28T02:00:00+08:00',
  expectedEndsAt: '2026-11-28T04:00:00+08:00',
  issuedAt: '2026-11-24T02:00:00+08:00',
  leadSeconds: 345_600,
  reason: 'MAINTENANCE',
  fallback: 'POLL',
  impact: smallImpact,
  riskLevel: 'LOW',
  contactDesk: desk,
  revision: 2,
  createdAt: '2026-11-23T10:00:00+08:00',
  updatedAt: '2026-11-24T02:00:00+08:00',
};
const { expectedEndsAt, ...open } = planned;
const { issuedAt, ...silent } = planned;
const { contactDesk, ...deskless } = planned;

const unplanned: InterruptionNotice = {
  ...open,
  noticeClass: 'UNPLANNED',
  status: 'ACTIVE',
  scope: { modules: ['tracking'], operationIds: ['getParcel'] },
  startsAt: '2026-11-24T01:50:00+08:00',
  detectedAt: '2026-11-24T01:52:00+08:00',
  leadSeconds: -600,
  reason: 'NETWORK',
  fallback: 'CACHED',
};
const { detectedAt, ...undetected } = unplanned;

const termination: InterruptionNotice = {
  ...open,
  noticeClass: 'TERMINATION',
  scope: { modules: ['order', 'waybill', 'tracking'], counterparties: ['ZZ'] },
  startsAt: '2026-12-24T02:00:00+08:00',
  drainUntilAt: '2027-01-20T00:00:00+08:00',
  leadSeconds: 2_592_000,
  reason: 'DISPUTE',
  fallback: 'FILE',
};
const { drainUntilAt, ...undrained } = termination;

/** The notice, with its examples. */
export const interruptionNoticeMessage = defineMessage({
  schema: InterruptionNotice,
  requirements: [
    {
      id: 'CTY-001',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A 503 carries `Retry-After` and, for an announced or detected interruption, the `noticeId` of a readable notice.',
        zh: '503 须带重试时间和可读取的通知号。',
      },
      wire: 'provoke; GET the notice',
      judgedBy: 'check',
    },
    {
      id: 'CTY-010',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: { en: 'A notice holds personal data.', zh: '通知不得含个人信息。' },
      wire: 'scan',
      judgedBy: 'check',
    },
    {
      id: 'CTY-016',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A notice shows one counterparty the names of others.',
        zh: '通知不得向一方披露其他对手方。',
      },
      wire: 'compare the copies',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'two hours of maintenance, four days ahead': planned,
      'network lost eight minutes ago': unplanned,
      'restriction of two operations, after an assessment': {
        ...open,
        noticeClass: 'RESTRICTION',
        scope: {
          modules: ['consignee'],
          operationIds: ['requestReveal', 'getConsigneeView'],
          eventTypes: [],
        },
        reason: 'SECURITY_INCIDENT',
        fallback: 'MANUAL',
        riskLevel: 'HIGH',
        assessmentId: ASSESSMENT,
        text: '期间暂停揭示，派送改用虚拟号码。',
      },
      'end of service with a drain': termination,
      'later window in place of the former': { ...planned, supersedesNoticeId: FORMER_NOTICE },
    },
    invalid: {
      'no desk to ask': { value: deskless, breaks: { pointer: '', rule: 'required' } },
      'scope without a module': {
        value: { ...planned, scope: { modules: [] } },
        breaks: { pointer: '/scope/modules', rule: 'minItems' },
      },
      'planned without an end': { value: open, breaks: { pointer: '', rule: 'DSC-022' } },
      'issued at no time': { value: silent, breaks: { pointer: '', rule: 'DSC-022' } },
      'unplanned without a detection': {
        value: undetected,
        breaks: { pointer: '', rule: 'CTY-004' },
      },
      'sixteen minutes after the detection': {
        value: { ...unplanned, detectedAt: '2026-11-24T01:44:00+08:00' },
        breaks: { pointer: '/issuedAt', rule: 'CTY-004' },
      },
      'termination without a drain': { value: undrained, breaks: { pointer: '', rule: 'CTY-003' } },
      'planned only two days ahead': {
        value: { ...planned, startsAt: '2026-11-26T02:00:00+08:00', leadSeconds: 172_800 },
        breaks: { pointer: '/leadSeconds', rule: 'CTY-002' },
      },
      'termination only four days ahead': {
        value: { ...termination, startsAt: '2026-11-28T02:00:00+08:00', leadSeconds: 345_600 },
        breaks: { pointer: '/leadSeconds', rule: 'CTY-003' },
      },
      'lead time is not the difference': {
        value: { ...planned, leadSeconds: 345_599 },
        breaks: { pointer: '/leadSeconds', rule: 'DSC-022' },
      },
      'high risk without an assessment': {
        value: { ...planned, riskLevel: 'HIGH' },
        breaks: { pointer: '', rule: 'CTY-005' },
      },
      'text holds a phone number': {
        value: { ...planned, text: '请致电 19900000002' },
        breaks: { pointer: '/text', rule: 'digit-run', requirement: 'CTY-010' },
      },
    },
  },
});
