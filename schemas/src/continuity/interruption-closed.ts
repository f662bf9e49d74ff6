import type { Static } from '@sinclair/typebox';
import {
  Cursor,
  check,
  defineEvent,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  SERVING_ROLES,
  Whole,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { PLANNED_NOTICE } from './_examples.ts';

/** The account of an interruption after its end. */
export const InterruptionClosed = Resource(
  'InterruptionClosed',
  { en: 'Account of an interruption', zh: '中断总结' },
  {
    en: 'How long it was, and what became of the events of that time.',
    zh: '中断的起止，以及期间事件的处理。',
  },
  {
    noticeId: Ref(NoticeId),
    actualStartedAt: Ref(
      Instant,
      words(
        { en: 'Actual start', zh: '实际开始时刻' },
        { en: 'When it really started.', zh: '中断实际开始的时刻。' },
      ),
    ),
    actualEndedAt: Ref(
      Instant,
      words(
        { en: 'Actual end', zh: '实际结束时刻' },
        { en: 'When service was really back.', zh: '服务实际恢复的时刻。' },
      ),
    ),
    backlogEventCount: Whole(
      0,
      1_000_000_000,
      { en: 'Backlog', zh: '积压事件数' },
      {
        en: 'Events of that time that are delivered or replayed after it.',
        zh: '期间产生、事后补发或可重放的事件数。',
      },
    ),
    replayCursor: Ref(
      Cursor,
      words(
        { en: 'Replay cursor', zh: '重放游标' },
        {
          en: 'Where the backlog begins, for replayEvents.',
          zh: '积压事件的起点，供重放使用。',
        },
      ),
    ),
    lostEventCount: Whole(
      0,
      1_000_000_000,
      { en: 'Lost events', zh: '丢失事件数' },
      { en: 'Events that nobody gets any more.', zh: '不再可得的事件数。' },
    ),
    rootCause: Optional(
      Line(
        500,
        { en: 'Root cause', zh: '根本原因' },
        { en: 'Why it came about, without personal data.', zh: '中断成因，不含个人信息。' },
        { ...privacy('business', 'business-text'), ...check('digit-run') },
      ),
    ),
  },
);
export type InterruptionClosed = Static<typeof InterruptionClosed>;

const account = {
  noticeId: PLANNED_NOTICE,
  actualStartedAt: '2026-11-28T02:00:00+08:00',
  actualEndedAt: '2026-11-28T04:40:00+08:00',
  backlogEventCount: 512,
  replayCursor: 'c2VxOjk5OQ',
  lostEventCount: 0,
  rootCause: '计划内数据库迁移。',
} as const;
const { lostEventCount, ...evasive } = account;

/** Sent once the backlog can be had. */
export const interruptionClosed = defineEvent({
  type: 'org.openwaybill.continuity.interruption.closed',
  since: '1.0',
  title: { en: 'Interruption closed', zh: '中断已关闭' },
  from: SERVING_ROLES,
  to: SERVING_ROLES,
  data: InterruptionClosed,
  subject: 'noticeId',
  lifecycle: 'interruption-notice',
  requirements: [
    {
      id: 'CTY-008',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Events of the time of the interruption are replayed or delivered after it; `lostEventCount` is 0 or stated.',
        zh: '中断期间事件须补发，丢失须如实说明。',
      },
      wire: 'backlog count against replay',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'maintenance took longer': account },
    invalid: {
      'losses are not stated': { value: evasive, breaks: { pointer: '', rule: 'required' } },
      'fewer than no losses': {
        value: { ...account, lostEventCount: -1 },
        breaks: { pointer: '/lostEventCount', rule: 'minimum' },
      },
    },
  },
});
