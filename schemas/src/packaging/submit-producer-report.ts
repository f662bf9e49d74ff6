import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { ProducerReport, producerMembers } from './producer-report.ts';

export const ProducerReportSubmission = Closed(
  'ProducerReportSubmission',
  { en: 'Submission of a report of a producer', zh: '生产者责任报告提交' },
  {
    en: 'Says what packaging was placed and recovered in a period.',
    zh: '提交期间内的包装投放与回收情况。',
  },
  producerMembers,
);
export type ProducerReportSubmission = Static<typeof ProducerReportSubmission>;

const quarter: ProducerReportSubmission = {
  period: { fromOn: '2026-07-01', toOn: '2026-09-30' },
  rows: [{ material: 'CORRUGATED', placedGrams: 48_200_000, recoveredGrams: 31_000_000 }],
};

export const submitProducerReport = defineOperation({
  name: 'submit-producer-report',
  since: '1.0',
  title: { en: 'Submit a report of a producer', zh: '提交生产者责任报告' },
  servedBy: ['regulator'],
  calledBy: ['packaging-operator', 'merchant'],
  method: 'POST',
  path: '/v1/producer-reports',
  request: ProducerReportSubmission,
  answer: { status: 201, body: ProducerReport },
  problems: ['RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a quarter': quarter },
      invalid: {
        'a weight below zero': {
          value: {
            ...quarter,
            rows: [{ material: 'PAPER', placedGrams: -1, recoveredGrams: 0 }],
          },
          breaks: { pointer: '/rows/0/placedGrams', rule: 'minimum' },
        },
        'a material twice': {
          value: { ...quarter, rows: [...quarter.rows, ...quarter.rows] },
          breaks: { pointer: '/rows/1/material', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'an end before the begin': {
          value: { ...quarter, period: { fromOn: '2026-09-30', toOn: '2026-07-01' } },
          breaks: { pointer: '/period/toOn', rule: 'date-order' },
        },
      },
    },
  },
});
