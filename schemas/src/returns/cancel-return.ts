import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { Return } from './return.ts';

/** The waybill of the return is voided with it. */
export const ReturnCancellation = Closed(
  'ReturnCancellation',
  { en: 'Cancellation of a return', zh: '退货取消' },
  { en: 'Asks to call a return off before pickup.', zh: '请求在揽收前取消退货。' },
  { reason: Ref(CancelReason) },
);
export type ReturnCancellation = Static<typeof ReturnCancellation>;

export const cancelReturn = defineOperation({
  name: 'cancel-return',
  since: '1.0',
  title: { en: 'Cancel a return', zh: '取消退货' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/returns/{rmaNo}/cancel',
  request: ReturnCancellation,
  answer: { status: 200, body: Return },
  lifecycle: 'return',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [
    {
      id: 'RTN-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: { en: 'Cancelling after pickup is refused.', zh: '揽收后不得取消。' },
      wire: 'scan, cancel',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'the buyer keeps the goods': { reason: 'BUYER_CANCELLED' } },
      invalid: {
        'reason is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'reason is prose': {
          value: { reason: 'I keep it' },
          breaks: { pointer: '/reason', rule: 'enum' },
        },
      },
    },
  },
});
