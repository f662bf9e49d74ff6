import { defineOperation } from '../define/index.ts';
import { CashOnDelivery } from './cash-on-delivery.ts';

export const getCod = defineOperation({
  name: 'get-cod',
  since: '1.0',
  title: { en: 'Read cash on delivery', zh: '查询代收货款' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/cod-instructions/{waybillNo}',
  answer: { status: 200, body: CashOnDelivery },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
