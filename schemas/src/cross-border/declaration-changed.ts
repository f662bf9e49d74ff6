import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { authorityCode, authorityText } from './authority-members.ts';
import { CustomsDeclarationStatus } from './cross-border-codes.ts';
import { declarationId } from './customs-declaration.ts';

export const CustomsStatus = Resource(
  'CustomsStatus',
  { en: 'Status of a customs declaration', zh: '报关状态' },
  {
    en: 'What the authority replied, one event a reply.',
    zh: '海关的一次回执；每个回执一个事件。',
  },
  {
    declarationId,
    status: Ref(
      CustomsDeclarationStatus,
      words({ en: 'Status', zh: '状态' }, { en: 'Status from now on.', zh: '变化后的状态。' }),
    ),
    authorityCode: Optional(authorityCode),
    authorityText: Optional(authorityText),
    revision: Ref(Revision),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        {
          en: 'When the authority replied, or the declaration was submitted.',
          zh: '海关回执或提交申报的时刻。',
        },
      ),
    ),
  },
);
export type CustomsStatus = Static<typeof CustomsStatus>;

const booked: CustomsStatus = {
  declarationId: '0193a5c0-7d4e-7a11-8c00-00000000cd01',
  status: 'BOOKED',
  authorityCode: '120',
  revision: 2,
  occurredAt: '2026-11-11T10:15:00+08:00',
};
const { authorityCode: _, ...withoutCode } = booked;

export const declarationChanged = defineEvent({
  type: 'org.openwaybill.crossborder.declaration.changed',
  since: '1.0',
  title: { en: 'The authority replied', zh: '报关状态已变化' },
  description: {
    en: 'Submission is a change too, and the only one without a reply code.',
    zh: '提交申报亦为一次变化，且是唯一不带回执代码者。',
  },
  from: ['customs-agent'],
  to: ['platform', 'courier'],
  data: CustomsStatus,
  subject: 'declarationId',
  lifecycle: 'customs-declaration',
  requirements: [
    {
      id: 'XBD-005',
      level: 'MUST',
      roles: ['customs-agent'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'Every status of the authority becomes one event with its reply code.',
        zh: '每个回执须转为一个事件并附原码。',
      },
      wire: 'events',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'booked by the authority': booked,
      'held, with its words': {
        ...booked,
        status: 'HELD',
        authorityCode: '500',
        authorityText: '待核实知识产权',
        revision: 3,
      },
      'submitted, no reply yet': { ...withoutCode, status: 'SUBMITTED', revision: 1 },
    },
    invalid: {
      'a reply without its code': {
        value: withoutCode,
        breaks: { pointer: '', rule: 'XBD-005', requirement: 'XBD-005' },
      },
      'an unknown status': {
        value: { ...booked, status: 'CLEARED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'a phone number in the words': {
        value: { ...booked, authorityText: '请致电 0411-19900001' },
        breaks: { pointer: '/authorityText', rule: 'digit-run' },
      },
    },
  },
});
