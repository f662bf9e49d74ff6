import { defineOperation } from '../define/index.ts';
import { Intercept } from './intercept.ts';

export const getIntercept = defineOperation({
  name: 'get-intercept',
  since: '1.0',
  title: { en: 'Read an intercept', zh: '查询拦截' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/intercepts/{interceptId}',
  answer: { status: 200, body: Intercept },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
