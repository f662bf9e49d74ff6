import { defineOperation } from '../define/index.ts';
import { Statement } from './statement.ts';

export const confirmStatement = defineOperation({
  name: 'confirm-statement',
  since: '1.0',
  title: { en: 'Confirm a statement', zh: '确认账单' },
  description: {
    en: 'The whole of it; while a line is disputed it is refused.',
    zh: '确认整份账单；存在争议明细时拒绝。',
  },
  servedBy: ['courier'],
  calledBy: ['merchant', 'platform'],
  method: 'POST',
  path: '/v1/statements/{statementId}/confirm',
  answer: { status: 200, body: Statement },
  lifecycle: 'statement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [
    {
      id: 'STL-005',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A disputed line is not in a confirmed total.',
        zh: '争议行不得计入已确认总额。',
      },
      wire: 'dispute, confirm → 409',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
