import { defineOperation } from '../define/index.ts';
import { CreditEvaluation, CreditEvaluationSubmission } from './credit-evaluation.ts';

export const evaluateCredit = defineOperation({
  name: 'evaluate-credit',
  since: '1.0',
  title: { en: 'Submit a credit score', zh: '提交信用评分' },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier', 'regulator'],
  method: 'POST',
  path: '/v1/credit-evaluations',
  request: CreditEvaluationSubmission,
  answer: { status: 201, body: CreditEvaluation },
  problems: ['CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
