import { defineEvent, SERVING_ROLES } from '../define/index.ts';
import { InterruptionNotice } from './interruption-notice.ts';

/** Sent when a notice is issued, to every counterparty in its scope. */
export const interruptionNoticed = defineEvent({
  type: 'org.openwaybill.continuity.interruption.noticed',
  since: '1.0',
  title: { en: 'Interruption noticed', zh: '中断已通知' },
  from: SERVING_ROLES,
  to: SERVING_ROLES,
  data: InterruptionNotice,
  subject: 'noticeId',
  lifecycle: 'interruption-notice',
  requirements: [
    {
      id: 'CTY-002',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A PLANNED notice reaches the counterparties at least 72 h before `startsAt`.',
        zh: '计划中断至少提前 72 小时通知。',
      },
      wire: 'event time against `startsAt`',
      judgedBy: 'check',
    },
    {
      id: 'CTY-003',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'C',
      text: {
        en: 'A TERMINATION is announced 30 days ahead and drains parcels in flight until `drainUntilAt`.',
        zh: '终止须提前 30 天并完成在途数据排空。',
      },
      wire: 'clock; calls before `drainUntilAt` answer',
      judgedBy: 'check',
    },
    {
      id: 'CTY-004',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'C',
      text: {
        en: 'An UNPLANNED interruption is announced within 15 minutes after detection.',
        zh: '突发中断须在发现后 15 分钟内通知。',
      },
      wire: 'test control starts one; event time',
      judgedBy: 'check',
    },
  ],
});
