import { defineOperation } from '../define/index.ts';
import { AnnualReport, AnnualReportCorrection } from './annual-report.ts';

export const correctAnnualReport = defineOperation({
  name: 'correct-annual-report',
  since: '1.0',
  title: { en: 'Correct an annual report', zh: '更正年报' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'PATCH',
  path: '/v1/annual-reports/{reportId}',
  request: AnnualReportCorrection,
  answer: { status: 200, body: AnnualReport },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
