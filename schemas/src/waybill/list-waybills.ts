import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { teaWaybill } from './_examples.ts';
import { Waybill } from './waybill.ts';

/** Waybills of the calling platform alone, without labels. */
export const WaybillPage = pageOf(Waybill, { en: 'waybills', zh: '运单' });
export type WaybillPage = Static<typeof WaybillPage>;

export const listWaybills = defineOperation({
  name: 'list-waybills',
  since: '1.0',
  title: { en: 'List waybills', zh: '运单列表' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/waybills',
  query: {
    orderNo: Ref(OrderNo),
    packageId: Ref(PackageId),
    ...updatedSince,
  },
  answer: { status: 200, body: WaybillPage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: {
        'the only page': { items: [teaWaybill] },
        'more to come': { items: [teaWaybill], nextCursor: 'd2F5YmlsbDox' },
      },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an empty cursor': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
