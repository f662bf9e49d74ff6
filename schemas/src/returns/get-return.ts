import { defineOperation } from '../define/index.ts';
import { Return } from './return.ts';

/** The platform serves it too: what follows the receipt is known there alone. */
export const getReturn = defineOperation({
  name: 'get-return',
  since: '1.0',
  title: { en: 'Read a return', zh: '查询退货' },
  servedBy: ['courier', 'platform'],
  calledBy: ['platform', 'merchant', 'warehouse'],
  method: 'GET',
  path: '/v1/returns/{rmaNo}',
  answer: { status: 200, body: Return },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
