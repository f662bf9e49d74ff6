import { defineOperation } from '../define/index.ts';
import { PassPermit } from './pass-permit.ts';

export const getPassPermit = defineOperation({
  name: 'get-pass-permit',
  since: '1.0',
  title: { en: 'Read a pass', zh: '查询通行许可' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/pass-permits/{permitId}',
  answer: { status: 200, body: PassPermit },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
