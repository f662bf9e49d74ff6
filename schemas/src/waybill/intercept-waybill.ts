import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Optional, Ref, words } from '../define/index.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { InterceptType } from '../vocabulary/intercept-type-codes.ts';
import { PayMode } from '../vocabulary/pay-mode-codes.ts';
import { Intercept } from './intercept.ts';

/** A new address is a new reference, never a text. */
export const InterceptRequest = Closed(
  'InterceptRequest',
  { en: 'Request to intercept', zh: '拦截请求' },
  {
    en: 'Asks to call a parcel back, hold it or send it elsewhere.',
    zh: '请求退回、暂存在途包裹或修改其地址。',
  },
  {
    interceptType: Ref(InterceptType),
    newConsigneeRef: Optional(
      Ref(
        ConsigneeRef,
        words(
          { en: 'New consignee', zh: '新收件人引用' },
          { en: 'Needed for CHANGE_ADDRESS.', zh: '修改地址时必须给出。' },
        ),
      ),
    ),
    payer: Ref(
      PayMode,
      words(
        { en: 'Payer', zh: '付费方' },
        { en: 'Who pays for the intercept.', zh: '拦截费用的支付方。' },
      ),
    ),
    reason: Ref(CancelReason),
  },
);
export type InterceptRequest = Static<typeof InterceptRequest>;

const backToSender: InterceptRequest = {
  interceptType: 'RETURN_TO_SENDER',
  payer: 'SENDER',
  reason: 'BUYER_CANCELLED',
};

export const interceptWaybill = defineOperation({
  name: 'intercept-waybill',
  since: '1.0',
  title: { en: 'Intercept a parcel', zh: '拦截包裹' },
  description: {
    en: 'One open intercept a waybill; a second is STATE_ILLEGAL.',
    zh: '每张运单仅可有一个未结的拦截，再次请求为状态错误。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybills/{waybillNo}/intercept',
  request: InterceptRequest,
  answer: { status: 202, body: Intercept },
  lifecycle: 'waybill',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'back to the sender': backToSender,
        'to another address': {
          interceptType: 'CHANGE_ADDRESS',
          newConsigneeRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
          payer: 'THIRD_PARTY',
          reason: 'ADDRESS_INVALID',
        },
      },
      invalid: {
        'nobody pays': {
          value: { interceptType: 'HOLD', reason: 'RISK' },
          breaks: { pointer: '', rule: 'required' },
        },
        'an unknown kind': {
          value: { ...backToSender, interceptType: 'BURN' },
          breaks: { pointer: '/interceptType', rule: 'enum' },
        },
        'a new address without reference': {
          value: { ...backToSender, interceptType: 'CHANGE_ADDRESS' },
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a slip in the new reference': {
          value: {
            ...backToSender,
            interceptType: 'CHANGE_ADDRESS',
            newConsigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5',
          },
          breaks: { pointer: '/newConsigneeRef', rule: 'check-digit' },
        },
      },
    },
  },
});
