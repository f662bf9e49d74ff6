import type { Static } from '@sinclair/typebox';
import { Closed, clearOf, defineOperation } from '../define/index.ts';
import { Waybill } from './waybill.ts';

const { weightGrams, dimensions, vas } = Waybill.properties;

/** The consignee is the order's and changes there. */
export const WaybillUpdate = Closed(
  'WaybillUpdate',
  { en: 'Update of a waybill', zh: '运单更新' },
  {
    en: 'A member given replaces the stored one as a whole; clear removes members. Only before pickup.',
    zh: '给出的成员整体替换已存成员；clear 用于移除成员。仅限揽收前。',
  },
  {
    weightGrams,
    dimensions,
    vas,
    clear: clearOf(['weightGrams', 'dimensions', 'vas']),
  },
);
export type WaybillUpdate = Static<typeof WaybillUpdate>;

export const updateWaybill = defineOperation({
  name: 'update-waybill',
  since: '1.0',
  title: { en: 'Update a waybill', zh: '更新运单' },
  description: {
    en: 'Labels read afterwards show the present consignee of the order.',
    zh: '此后读取的面单显示订单当前的收件人。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'PATCH',
  path: '/v1/waybills/{waybillNo}',
  request: WaybillUpdate,
  answer: { status: 200, body: Waybill },
  lifecycle: 'waybill',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'REVISION_STALE', 'PRECONDITION_REQUIRED'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'weighed again': { weightGrams: 1350 },
        'no service any more': { clear: ['vas'] },
      },
      invalid: {
        'a weight in kilograms': {
          value: { weightGrams: 1.35 },
          breaks: { pointer: '/weightGrams', rule: 'type' },
        },
        freight: {
          value: { weightGrams: 200_001 },
          breaks: { pointer: '/weightGrams', rule: 'maximum' },
        },
        'a consignee': {
          value: { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
