import { defineOperation } from '../define/index.ts';
import { IndicatorReport, IndicatorSubmission } from './indicator-report.ts';

export const reportIndicators = defineOperation({
  name: 'report-indicators',
  since: '1.0',
  title: { en: 'Report an indicator', zh: '上报指标' },
  description: {
    en: 'The answer is the cell as it would be published: rounded, or suppressed.',
    zh: '应答为将予发布的单元：已取整或已抑制。',
  },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier', 'platform', 'hub'],
  method: 'POST',
  path: '/v1/indicator-reports',
  request: IndicatorSubmission,
  answer: { status: 201, body: IndicatorReport },
  lifecycle: 'indicator-report',
  problems: ['NOT_FOUND', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
