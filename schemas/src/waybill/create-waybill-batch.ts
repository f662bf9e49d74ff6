import type { Static } from '@sinclair/typebox';
import { batchOf, batchResultOf, defineOperation } from '../define/index.ts';
import { Problem } from '../vocabulary/problem.ts';
import { emptyLabel, teaCreation, teaWaybill } from './_examples.ts';
import { Waybill } from './waybill.ts';
import { WaybillCreation } from './waybill-creation.ts';

const title = { en: 'waybills', zh: '运单' };

/** As many as one print run brings. */
export const WaybillCreationBatch = batchOf(WaybillCreation, 100, title);
export type WaybillCreationBatch = Static<typeof WaybillCreationBatch>;

/** Each item has the answer that it would have got alone. */
export const WaybillBatchResult = batchResultOf(Waybill, Problem, 100, title);
export type WaybillBatchResult = Static<typeof WaybillBatchResult>;

export const createWaybillBatch = defineOperation({
  name: 'create-waybill-batch',
  since: '1.0',
  title: { en: 'Create waybills in bulk', zh: '批量创建运单' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybills/batch',
  request: WaybillCreationBatch,
  answer: { status: 200, body: WaybillBatchResult },
  noStore: true,
  problems: ['BATCH_TOO_LARGE'],
  requirements: [
    {
      id: 'WBL-016',
      level: 'SHOULD',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A batch of 100 creations is answered within 2 s.',
        zh: '百单批量宜在 2 秒内应答。',
      },
      wire: 'wall time of the exchange',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'two packages of an order': { items: [teaCreation, { ...teaCreation, packageId: 'P2' }] },
      },
      invalid: {
        'no item': { value: { items: [] }, breaks: { pointer: '/items', rule: 'minItems' } },
        'the second item has no format of its label': {
          value: {
            items: [
              teaCreation,
              {
                orderNo: 'SO-20261111-0001',
                packageId: 'P2',
                allocationMode: 'ON_CREATE',
                carrierAccountId: 'ACC-0001',
              },
            ],
          },
          breaks: { pointer: '/items/1', rule: 'required' },
        },
      },
    },
    answer: {
      valid: {
        'one created, one without order': {
          results: [
            { index: 0, status: 201, resource: { ...teaWaybill, label: emptyLabel } },
            {
              index: 1,
              status: 404,
              problem: {
                type: 'https://openwaybill.org/problems/NOT_FOUND',
                code: 'NOT_FOUND',
                title: 'Not found',
                status: 404,
                retryable: false,
              },
            },
          ],
        },
      },
      invalid: {
        'a result without index': {
          value: { results: [{ status: 201, resource: teaWaybill }] },
          breaks: { pointer: '/results/0', rule: 'required' },
        },
        'a status that is no HTTP status': {
          value: { results: [{ index: 0, status: 100, resource: teaWaybill }] },
          breaks: { pointer: '/results/0/status', rule: 'minimum' },
        },
      },
    },
  },
});
