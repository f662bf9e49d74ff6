import type { Static } from '@sinclair/typebox';
import { batchOf, batchResultOf, defineOperation } from '../define/index.ts';
import { Problem } from '../vocabulary/problem.ts';
import { teaOrder, teaSubmission } from './_examples.ts';
import { Order } from './order.ts';
import { OrderSubmission } from './order-submission.ts';

const title = { en: 'orders', zh: '订单' };

/** As many as one pickup round brings. */
export const OrderSubmissionBatch = batchOf(OrderSubmission, 100, title);
export type OrderSubmissionBatch = Static<typeof OrderSubmissionBatch>;

/** Each item has the answer that it would have got alone. */
export const OrderBatchResult = batchResultOf(Order, Problem, 100, title);
export type OrderBatchResult = Static<typeof OrderBatchResult>;

export const submitOrderBatch = defineOperation({
  name: 'submit-order-batch',
  since: '1.0',
  title: { en: 'Submit orders in bulk', zh: '批量提交订单' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/orders/batch',
  request: OrderSubmissionBatch,
  answer: { status: 200, body: OrderBatchResult },
  problems: ['BATCH_TOO_LARGE'],
  requirements: [
    {
      id: 'ORD-011',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Batch results keep request order and judge each item alone.',
        zh: '批量结果保持请求顺序，逐项独立判定。',
      },
      wire: 'batch with one invalid item in the middle',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'two orders': { items: [teaSubmission, { ...teaSubmission, orderNo: 'SO-20261111-0003' }] },
      },
      invalid: {
        'no item': { value: { items: [] }, breaks: { pointer: '/items', rule: 'minItems' } },
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
      },
    },
    answer: {
      valid: {
        'one stored, one refused': {
          results: [
            { index: 0, status: 201, resource: teaOrder },
            {
              index: 1,
              status: 409,
              problem: {
                type: 'https://openwaybill.org/problems/DUPLICATE',
                code: 'DUPLICATE',
                title: 'Duplicate',
                status: 409,
                retryable: false,
              },
            },
          ],
        },
      },
      invalid: {
        'a result without status': {
          value: { results: [{ index: 0, resource: teaOrder }] },
          breaks: { pointer: '/results/0', rule: 'required' },
        },
        'an index below the first': {
          value: { results: [{ index: -1, status: 201, resource: teaOrder }] },
          breaks: { pointer: '/results/0/index', rule: 'minimum' },
        },
      },
    },
  },
});
