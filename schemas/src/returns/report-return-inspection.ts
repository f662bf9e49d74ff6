import { defineOperation } from '../define/index.ts';
import { Return } from './return.ts';
import { ReturnInspection } from './return-inspection.ts';

export const reportReturnInspection = defineOperation({
  name: 'report-return-inspection',
  since: '1.0',
  title: { en: 'Report an inspection', zh: '上报退货质检' },
  description: {
    en: 'For a warehouse without events; either way the return is inspected once.',
    zh: '供不发送事件的仓库使用；无论何种方式，退货仅质检一次。',
  },
  servedBy: ['platform'],
  calledBy: ['warehouse'],
  method: 'POST',
  path: '/v1/return-inspections',
  request: ReturnInspection,
  answer: { status: 200, body: Return },
  lifecycle: 'return',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
