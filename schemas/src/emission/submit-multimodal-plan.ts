import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { MultimodalPlan, planMembers } from './multimodal-plan.ts';

export const MultimodalPlanSubmission = Closed(
  'MultimodalPlanSubmission',
  { en: 'Submission of a multimodal plan', zh: '多式联运方案提交' },
  { en: 'A way over several modes of transport.', zh: '提交跨多种运输方式的路线。' },
  planMembers,
);
export type MultimodalPlanSubmission = Static<typeof MultimodalPlanSubmission>;

const sea = {
  mode: 'SEA',
  fromRegionCode: '210202',
  toRegionCode: '370602',
  plannedDepartureAt: '2026-11-22T20:00:00+08:00',
} as const;
const rail = {
  mode: 'RAIL',
  fromRegionCode: '370602',
  toRegionCode: '310106',
  plannedDepartureAt: '2026-11-23T05:30:00+08:00',
} as const;
const plan: MultimodalPlanSubmission = {
  planId: '019398a0-0000-7000-8000-000000000071',
  regionCodeVersion: 'NBS-2023',
  legs: [sea, rail],
};

export const submitMultimodalPlan = defineOperation({
  name: 'submit-multimodal-plan',
  since: '1.0',
  title: { en: 'Submit a multimodal plan', zh: '提交多式联运方案' },
  description: {
    en: 'The same planId with the same content answers what is stored, with 200.',
    zh: '相同 planId 且内容相同者返回已存结果，状态码 200。',
  },
  servedBy: ['hub'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/multimodal-plans',
  request: MultimodalPlanSubmission,
  answer: { status: 201, also: [200], body: MultimodalPlan },
  problems: ['DUPLICATE', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'over the sea and by rail': plan },
      invalid: {
        'a hole in the way': {
          value: { ...plan, legs: [sea, { ...rail, fromRegionCode: '370102' }] },
          breaks: { pointer: '/legs/1/fromRegionCode', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a train before its ship': {
          value: {
            ...plan,
            legs: [sea, { ...rail, plannedDepartureAt: '2026-11-22T19:59:59+08:00' }],
          },
          breaks: {
            pointer: '/legs/1/plannedDepartureAt',
            rule: 'DSC-023',
            requirement: 'DSC-023',
          },
        },
        'a mode of no list': {
          value: { ...plan, legs: [{ ...sea, mode: 'CANAL' }] },
          breaks: { pointer: '/legs/0/mode', rule: 'enum' },
        },
      },
    },
  },
});
