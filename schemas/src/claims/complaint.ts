import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { lockerComplaint } from './_examples.ts';
import { ComplaintStatus } from './claims-codes.ts';
import { ComplaintAnswer } from './complaint-answer.ts';
import { complaintMembers } from './complaint-opening.ts';

/** Kept by the courier that answers it, and by the regulator that it was copied to. */
export const Complaint = Resource(
  'Complaint',
  { en: 'Complaint', zh: '投诉' },
  { en: 'A complaint about a parcel, and its answer.', zh: '就一件包裹的投诉及其答复。' },
  {
    ...complaintMembers,
    status: Ref(ComplaintStatus),
    answerDueAt: Ref(
      Instant,
      words(
        { en: 'Answer due at', zh: '答复期限' },
        {
          en: '7 days from createdAt unless the agreement says otherwise; after it the complaint may be escalated.',
          zh: '协议另有约定外为收到后 7 日；逾期可升级。',
        },
      ),
    ),
    answer: Optional(Ref(ComplaintAnswer)),
    ...storedMembers,
  },
);
export type Complaint = Static<typeof Complaint>;

export const complaint = defineMessage({
  schema: Complaint,
  requirements: [
    {
      id: 'CLM-006',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A complaint is answered by its due time or can be escalated.',
        zh: '投诉逾期可升级。',
      },
      wire: 'clock, escalate',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'just opened': lockerComplaint,
      answered: {
        ...lockerComplaint,
        status: 'ANSWERED',
        answer: {
          text: '已联系网点改为送货上门，并向消费者致歉',
          answeredAt: '2026-11-15T11:00:00+08:00',
        },
        revision: 2,
        updatedAt: '2026-11-15T11:00:00+08:00',
      },
    },
    invalid: {
      'an unknown status': {
        value: { ...lockerComplaint, status: 'CLOSED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'the revision before the first': {
        value: { ...lockerComplaint, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
      'answered without an answer': {
        value: { ...lockerComplaint, status: 'ANSWERED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
