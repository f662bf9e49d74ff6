import { defineOperation } from '../define/index.ts';
import { AnnualReport } from './annual-report.ts';

export const getAnnualReport = defineOperation({
  name: 'get-annual-report',
  since: '1.0',
  title: { en: 'Read an annual report', zh: '查询年报' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/annual-reports/{reportId}',
  answer: { status: 200, body: AnnualReport },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
