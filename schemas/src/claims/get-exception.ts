import { defineOperation } from '../define/index.ts';
import { ExceptionReport } from './exception-report.ts';

export const getException = defineOperation({
  name: 'get-exception',
  since: '1.0',
  title: { en: 'Read an exception', zh: '查询异常' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/exceptions/{exceptionId}',
  answer: { status: 200, body: ExceptionReport },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
