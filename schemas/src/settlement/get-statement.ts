import { defineOperation } from '../define/index.ts';
import { Statement } from './statement.ts';

export const getStatement = defineOperation({
  name: 'get-statement',
  since: '1.0',
  title: { en: 'Read a statement', zh: '查询账单' },
  description: {
    en: 'The event that announces a statement names it.',
    zh: '账单标识由出账事件给出。',
  },
  servedBy: ['courier'],
  calledBy: ['merchant', 'platform'],
  method: 'GET',
  path: '/v1/statements/{statementId}',
  answer: { status: 200, body: Statement },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
