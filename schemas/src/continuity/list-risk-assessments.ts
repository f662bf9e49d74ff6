import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf, SERVING_ROLES } from '../define/index.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { RiskAssessment } from './risk-assessment.ts';

/** A page of assessments. */
export const RiskAssessmentPage = pageOf(RiskAssessment, {
  en: 'Risk assessment',
  zh: '风险评估',
});
export type RiskAssessmentPage = Static<typeof RiskAssessmentPage>;

/** Lists the serving party's own assessments, not those that were handed to it. */
export const listRiskAssessments = defineOperation({
  name: 'list-risk-assessments',
  since: '1.0',
  title: { en: 'List risk assessments', zh: '列出风险评估' },
  description: {
    en: "The serving party's own assessments that the caller may see.",
    zh: '提供方自身且调用方可见的风险评估。',
  },
  servedBy: SERVING_ROLES,
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/risk-assessments',
  query: {
    ...updatedSince,
  },
  answer: { status: 200, body: RiskAssessmentPage },
  problems: [],
  agreement: 'none',
  requirements: [
    {
      id: 'CTY-014',
      level: 'SHOULD',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A risk assessment is not older than 12 months and names a drill.',
        zh: '风险评估宜每年更新并含演练。',
      },
      wire: '`listRiskAssessments`',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: { 'none yet': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'cursor is empty': {
          value: { items: [], nextCursor: '' },
          breaks: { pointer: '/nextCursor', rule: 'minLength' },
        },
      },
    },
  },
});
