import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ListOf, Optional, Ref, words } from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { ErasureBasis } from '../vocabulary/erasure-basis-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ErasureReceipt } from './erasure-receipt.ts';

export const ErasureRequest = Closed(
  'ErasureRequest',
  { en: 'Request for an erasure', zh: '删除请求' },
  {
    en: 'Asks a counterparty to erase what it holds under the references.',
    zh: '请求对方删除其在这些引用下持有的数据。',
  },
  {
    consigneeRefs: ListOf(Ref(ConsigneeRef), 1, 100, {
      uniqueItems: true,
      ...words(
        { en: 'References', zh: '引用' },
        { en: 'Whose data are erased.', zh: '待删除数据的引用。' },
      ),
    }),
    waybillNos: Optional(
      ListOf(Ref(WaybillNo), 0, 100, {
        uniqueItems: true,
        ...words(
          { en: 'Waybill numbers', zh: '运单号' },
          { en: 'Parcels of the references, where known.', zh: '已知的相关运单。' },
        ),
      }),
    ),
    basis: Ref(ErasureBasis),
    deadlineAt: Ref(
      Instant,
      words(
        { en: 'Deadline', zh: '截止时刻' },
        {
          en: 'When it has to be completed, also for parcels on their way.',
          zh: '最迟完成时刻，在途包裹亦然。',
        },
      ),
    ),
  },
);
export type ErasureRequest = Static<typeof ErasureRequest>;

const request: ErasureRequest = {
  consigneeRefs: ['cr1_AAECAwQFBgcICQoLDA0ODw4'],
  basis: 'CONSIGNEE_REQUEST',
  deadlineAt: '2026-12-01T00:00:00+08:00',
};

export const requestErasure = defineOperation({
  name: 'request-erasure',
  since: '1.0',
  title: { en: 'Request an erasure', zh: '请求删除' },
  servedBy: ['courier', 'service-point', 'locker', 'warehouse', 'hub'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/erasure-requests',
  request: ErasureRequest,
  answer: { status: 202, body: ErasureReceipt },
  problems: ['CHECK_DIGIT_INVALID'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'one reference at the wish of the person': request,
        'with its parcel, the agreement over': {
          ...request,
          waybillNos: ['ZZ0000000001'],
          basis: 'AGREEMENT_ENDED',
        },
      },
      invalid: {
        'deadline is missing': {
          value: { consigneeRefs: request.consigneeRefs, basis: 'CONSIGNEE_REQUEST' },
          breaks: { pointer: '', rule: 'required' },
        },
        'no reference': {
          value: { ...request, consigneeRefs: [] },
          breaks: { pointer: '/consigneeRefs', rule: 'minItems' },
        },
        'a reference is a phone': {
          value: { ...request, consigneeRefs: ['+8619900000001'] },
          breaks: { pointer: '/consigneeRefs/0', rule: 'pattern' },
        },
      },
    },
  },
});
