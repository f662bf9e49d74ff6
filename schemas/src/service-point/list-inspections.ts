import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf, Ref } from '../define/index.ts';
import { passedInspection } from './_examples.ts';
import { InspectionRecord } from './inspection-record.ts';
import { PointId } from './point-id.ts';

export const InspectionRecordPage = pageOf(InspectionRecord, {
  en: 'records of inspections',
  zh: '检查记录',
});
export type InspectionRecordPage = Static<typeof InspectionRecordPage>;

export const listInspections = defineOperation({
  name: 'list-inspections',
  since: '1.0',
  title: { en: 'List inspections', zh: '检查记录列表' },
  description: {
    en: 'Open to everybody: results of inspections are made public.',
    zh: '向公众开放：检查结果须公开。',
  },
  servedBy: ['regulator'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/inspections',
  query: { pointId: Ref(PointId) },
  answer: { status: 200, body: InspectionRecordPage },
  problems: ['CURSOR_EXPIRED'],
  token: 'none',
  agreement: 'none',
  requirements: [
    {
      id: 'SVP-006',
      level: 'MUST',
      roles: ['regulator'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A published inspection has `publishedAt` and is in `listInspections`.',
        zh: '检查结果须公开可查。',
      },
      wire: 'read',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'the only page': { items: [passedInspection] }, 'none so far': { items: [] } },
      invalid: {
        'items is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an unknown result': {
          value: { items: [{ ...passedInspection, result: 'GOOD' }] },
          breaks: { pointer: '/items/0/result', rule: 'enum' },
        },
      },
    },
  },
});
