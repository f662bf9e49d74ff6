import { defineOperation } from '../define/index.ts';
import { AnnualReport, AnnualReportSubmission } from './annual-report.ts';

export const submitAnnualReport = defineOperation({
  name: 'submit-annual-report',
  since: '1.0',
  title: { en: 'Submit an annual report', zh: '提交年报' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/annual-reports',
  request: AnnualReportSubmission,
  answer: { status: 201, body: AnnualReport },
  problems: ['DUPLICATE', 'CHECK_DIGIT_INVALID'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
