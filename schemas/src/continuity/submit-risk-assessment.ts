import { defineOperation, SERVING_ROLES } from '../define/index.ts';
import { RiskAssessment } from './risk-assessment.ts';

/** Hands an assessment to the regulator and to the counterparties that the agreement names. */
export const submitRiskAssessment = defineOperation({
  name: 'submit-risk-assessment',
  since: '1.0',
  title: { en: 'Submit a risk assessment', zh: '提交风险评估' },
  servedBy: SERVING_ROLES,
  calledBy: SERVING_ROLES,
  method: 'POST',
  path: '/v1/risk-assessments',
  request: RiskAssessment,
  answer: { status: 201, body: RiskAssessment },
  problems: ['RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
