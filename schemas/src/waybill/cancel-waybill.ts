import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { Revision } from '../vocabulary/revision.ts';
import { VoidOutcome, WaybillStatus } from './waybill-codes.ts';

/** Withdraws the number; the order stays where it is. */
export const WaybillCancellation = Closed(
  'WaybillCancellation',
  { en: 'Cancellation of a waybill', zh: '运单取消' },
  { en: 'Asks to void a waybill before pickup.', zh: '请求在揽收前作废运单。' },
  { reason: Ref(CancelReason) },
);
export type WaybillCancellation = Static<typeof WaybillCancellation>;

/** Too late is an answer, not a problem. */
export const WaybillCancellationResult = Closed(
  'WaybillCancellationResult',
  { en: 'Result of a cancellation', zh: '运单取消结果' },
  { en: 'What became of the waybill.', zh: '运单的处理结果。' },
  { outcome: Ref(VoidOutcome), status: Ref(WaybillStatus), revision: Ref(Revision) },
);
export type WaybillCancellationResult = Static<typeof WaybillCancellationResult>;

export const cancelWaybill = defineOperation({
  name: 'cancel-waybill',
  since: '1.0',
  title: { en: 'Cancel a waybill', zh: '取消运单' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybills/{waybillNo}/cancel',
  request: WaybillCancellation,
  answer: { status: 200, body: WaybillCancellationResult },
  lifecycle: 'waybill',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [
    {
      id: 'WBL-010',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Cancelling before pickup voids; after the first physical scan it answers TOO_LATE and the waybill stays ACTIVE.',
        zh: '揽收前取消即作废，之后返回过晚且状态不变。',
      },
      wire: 'scan, cancel, read',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'buyer changes their mind': { reason: 'BUYER_CANCELLED' } },
      invalid: {
        'reason is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'reason is prose': {
          value: { reason: 'changed my mind' },
          breaks: { pointer: '/reason', rule: 'enum' },
        },
      },
    },
    answer: {
      valid: {
        'voided before pickup': { outcome: 'VOIDED', status: 'VOIDED', revision: 3 },
        'too late after a scan': { outcome: 'TOO_LATE', status: 'ACTIVE', revision: 4 },
      },
      invalid: {
        'revision is zero': {
          value: { outcome: 'VOIDED', status: 'VOIDED', revision: 0 },
          breaks: { pointer: '/revision', rule: 'minimum' },
        },
        'an unknown outcome': {
          value: { outcome: 'DONE', status: 'VOIDED', revision: 3 },
          breaks: { pointer: '/outcome', rule: 'enum' },
        },
      },
    },
  },
});
