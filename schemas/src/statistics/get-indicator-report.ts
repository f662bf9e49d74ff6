import { defineOperation, ORGANISATION_ROLES } from '../define/index.ts';
import { IndicatorReport } from './indicator-report.ts';

export const getIndicatorReport = defineOperation({
  name: 'get-indicator-report',
  since: '1.0',
  title: { en: 'Read an indicator report', zh: '查询指标报告' },
  description: {
    en: 'A report that was revised stays readable; one that is not published is for its reporter alone.',
    zh: '已修订的报告仍可读取；未发布的仅供上报方。',
  },
  servedBy: ['regulator', 'hub'],
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/indicator-reports/{reportId}',
  answer: { status: 200, body: IndicatorReport },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
