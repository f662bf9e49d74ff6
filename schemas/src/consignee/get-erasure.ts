import { defineOperation } from '../define/index.ts';
import { ErasureReceipt } from './erasure-receipt.ts';

export const getErasure = defineOperation({
  name: 'get-erasure',
  since: '1.0',
  title: { en: 'Read an erasure', zh: '查询删除' },
  servedBy: ['courier', 'service-point', 'locker', 'warehouse', 'hub'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/erasure-requests/{erasureId}',
  answer: { status: 200, body: ErasureReceipt },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
