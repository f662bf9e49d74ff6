import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { RefundBasis } from './return-codes.ts';
import { RmaNo } from './rma-no.ts';

/** The order to pay, and not the payment. */
export const RefundTrigger = Resource(
  'RefundTrigger',
  { en: 'Trigger of a refund', zh: '退款触发' },
  {
    en: 'That the refund of a return is due, and what it rests on.',
    zh: '退货应予退款及其依据。',
  },
  {
    rmaNo: Ref(RmaNo),
    amount: Ref(
      Money,
      words(
        { en: 'Amount', zh: '退款金额' },
        { en: 'What the consumer gets back.', zh: '退还消费者的金额。' },
      ),
    ),
    basis: Ref(RefundBasis),
    triggeredAt: Ref(
      Instant,
      words(
        { en: 'Triggered at', zh: '触发时刻' },
        { en: 'When the platform decided it.', zh: '平台决定退款的时刻。' },
      ),
    ),
  },
);
export type RefundTrigger = Static<typeof RefundTrigger>;

const afterInspection: RefundTrigger = {
  rmaNo: 'RMA-20261118-0001',
  amount: { currency: 'CNY', minor: 12_800 },
  basis: 'INSPECTION',
  triggeredAt: '2026-11-21T10:31:00+08:00',
};
const { basis: _, ...withoutBasis } = afterInspection;

export const refundTriggered = defineEvent({
  type: 'org.openwaybill.returns.refund.triggered',
  since: '1.0',
  title: { en: 'Refund triggered', zh: '退款已触发' },
  from: ['platform'],
  to: ['merchant'],
  data: RefundTrigger,
  subject: 'rmaNo',
  requirements: [
    {
      id: 'RTN-005',
      level: 'MUST',
      roles: ['platform'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'A refund follows an inspection or an agreed rule, and is triggered once.',
        zh: '退款一次且有依据。',
      },
      wire: 'events',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'after an inspection': afterInspection,
      'at pickup, by an agreed rule': {
        ...afterInspection,
        basis: 'PICKUP',
        triggeredAt: '2026-11-19T15:20:00+08:00',
      },
    },
    invalid: {
      'it rests on nothing': { value: withoutBasis, breaks: { pointer: '', rule: 'required' } },
      'it takes money': {
        value: { ...afterInspection, amount: { currency: 'CNY', minor: -12_800 } },
        breaks: { pointer: '/amount/minor', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
