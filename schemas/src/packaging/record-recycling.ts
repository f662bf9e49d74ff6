import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { consumerRef } from './_examples.ts';
import { RecyclingEvent, recyclingMembers } from './recycling-event.ts';

export const RecyclingReport = Closed(
  'RecyclingReport',
  { en: 'Report of recycling', zh: '包装回收上报' },
  { en: 'What came back to a point.', zh: '网点回收情况上报。' },
  recyclingMembers,
);
export type RecyclingReport = Static<typeof RecyclingReport>;

const boxes: RecyclingReport = {
  recyclingId: '019398a0-0000-7000-8000-0000000000f1',
  pointId: 'DL-ZS-0001',
  kind: 'BOX',
  itemCount: 3,
  consumerRef,
  occurredAt: '2026-11-22T18:20:00+08:00',
};
const { itemCount: _, ...unmeasured } = boxes;

export const recordRecycling = defineOperation({
  name: 'record-recycling',
  since: '1.0',
  title: { en: 'Record recycling', zh: '记录包装回收' },
  description: {
    en: 'The same recyclingId with the same content answers what is stored, with 200.',
    zh: '相同 recyclingId 且内容相同者返回已存结果，状态码 200。',
  },
  servedBy: ['packaging-operator', 'platform'],
  calledBy: ['service-point', 'locker'],
  method: 'POST',
  path: '/v1/recycling-events',
  request: RecyclingReport,
  answer: { status: 201, also: [200], body: RecyclingEvent },
  problems: ['EVENT_ID_CONFLICT', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'three boxes of one consumer': boxes,
        'weighed and counted': { ...boxes, weightGrams: 900 },
      },
      invalid: {
        'neither weighed nor counted': {
          value: unmeasured,
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'no piece at all': {
          value: { ...boxes, itemCount: 0 },
          breaks: { pointer: '/itemCount', rule: 'minimum' },
        },
      },
    },
  },
});
