import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ComplaintStatus, ComplaintTopic } from './claims-codes.ts';

/** Thin: the text is read with the complaint. */
export const ComplaintAnswered = Resource(
  'ComplaintAnswered',
  { en: 'Complaint answered', zh: '投诉已答复' },
  { en: 'That a complaint has its answer.', zh: '投诉已有答复。' },
  {
    complaintId: Ref(
      Uuid,
      words(
        { en: 'Complaint', zh: '投诉标识' },
        { en: 'Names the complaint.', zh: '标识该投诉。' },
      ),
    ),
    waybillNo: Ref(WaybillNo),
    topic: Ref(ComplaintTopic),
    fromStatus: Ref(
      ComplaintStatus,
      words(
        { en: 'Former status', zh: '原状态' },
        { en: 'Tells an answer in time from a late one.', zh: '用以区分按期与逾期的答复。' },
      ),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When it was answered.', zh: '作出答复的时刻。' },
      ),
    ),
  },
);
export type ComplaintAnswered = Static<typeof ComplaintAnswered>;

const answered: ComplaintAnswered = {
  complaintId: '019398a0-0000-7000-8000-0000000000c3',
  waybillNo: 'ZZ010000000016',
  topic: 'NO_CONSENT_LOCKER',
  fromStatus: 'OPEN',
  revision: 2,
  occurredAt: '2026-11-15T11:00:00+08:00',
};
const { complaintId: _, ...withoutId } = answered;

export const complaintAnswered = defineEvent({
  type: 'org.openwaybill.claims.complaint.answered',
  since: '1.0',
  title: { en: 'Complaint answered', zh: '投诉已答复' },
  from: ['courier', 'insurer'],
  to: ['platform', 'merchant'],
  data: ComplaintAnswered,
  subject: 'complaintId',
  lifecycle: 'complaint',
  states: ['ANSWERED'],
  requirements: [],
  examples: {
    valid: {
      'in time': answered,
      late: { ...answered, fromStatus: 'ESCALATED', revision: 4 },
    },
    invalid: {
      'no complaint': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
      'the answer in an event': {
        value: { ...answered, text: '已致歉' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
