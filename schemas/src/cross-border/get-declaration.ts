import { defineOperation } from '../define/index.ts';
import { CustomsDeclaration } from './customs-declaration.ts';

export const getDeclaration = defineOperation({
  name: 'get-declaration',
  since: '1.0',
  title: { en: 'Read a customs declaration', zh: '查询报关单' },
  servedBy: ['customs-agent'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/customs-declarations/{declarationId}',
  answer: { status: 200, body: CustomsDeclaration },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
