import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { OutboundStatus } from './outbound-status.ts';

/** What was reserved is released. */
export const OutboundCancellation = Closed(
  'OutboundCancellation',
  { en: 'Cancellation of an outbound order', zh: '出库单取消' },
  { en: 'Asks to stop an outbound order before it is consigned.', zh: '请求在发货前取消出库单。' },
  { reason: Ref(CancelReason) },
);
export type OutboundCancellation = Static<typeof OutboundCancellation>;

export const cancelOutbound = defineOperation({
  name: 'cancel-outbound',
  since: '1.0',
  title: { en: 'Cancel an outbound order', zh: '取消出库单' },
  servedBy: ['warehouse'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/outbound-orders/{outboundNo}/cancel',
  request: OutboundCancellation,
  answer: { status: 200, body: OutboundStatus },
  lifecycle: 'outbound-order',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {
    request: {
      valid: { 'the buyer changes their mind': { reason: 'BUYER_CANCELLED' } },
      invalid: {
        'the reason is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'the reason is prose': {
          value: { reason: 'changed my mind' },
          breaks: { pointer: '/reason', rule: 'enum' },
        },
      },
    },
  },
});
