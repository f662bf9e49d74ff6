import type { Static } from '@sinclair/typebox';
import {
  check,
  defineEvent,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { PLANNED_NOTICE } from './_examples.ts';
import { NoticeStatus } from './notice-status-codes.ts';

/** What changed in a notice since it was sent. */
export const InterruptionUpdate = Resource(
  'InterruptionUpdate',
  { en: 'Update of an interruption', zh: '中断更新' },
  { en: 'What changed in a notice.', zh: '通知的变化。' },
  {
    noticeId: Ref(NoticeId),
    revision: Ref(Revision),
    status: Ref(NoticeStatus),
    expectedEndsAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Expected end', zh: '预计结束时刻' },
          { en: 'When service is expected back now.', zh: '当前预计恢复的时刻。' },
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
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时刻' },
        { en: 'When the notice changed.', zh: '通知变化的时刻。' },
      ),
    ),
  },
);
export type InterruptionUpdate = Static<typeof InterruptionUpdate>;

const began = {
  noticeId: PLANNED_NOTICE,
  revision: 3,
  status: 'ACTIVE',
  occurredAt: '2026-11-28T02:00:00+08:00',
} as const;
const { status, ...vague } = began;

/** Sent at every change of a notice after it was issued, but the last. */
export const interruptionUpdated = defineEvent({
  type: 'org.openwaybill.continuity.interruption.updated',
  since: '1.0',
  title: { en: 'Interruption updated', zh: '中断已更新' },
  from: SERVING_ROLES,
  to: SERVING_ROLES,
  data: InterruptionUpdate,
  subject: 'noticeId',
  lifecycle: 'interruption-notice',
  requirements: [],
  examples: {
    valid: {
      'it began': began,
      'it takes an hour longer': {
        ...began,
        revision: 4,
        expectedEndsAt: '2026-11-28T05:00:00+08:00',
        text: '数据库迁移延长一小时。',
        occurredAt: '2026-11-28T03:30:00+08:00',
      },
    },
    invalid: {
      'status is missing': { value: vague, breaks: { pointer: '', rule: 'required' } },
      'status is none of the lifecycle': {
        value: { ...began, status: 'STARTED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
