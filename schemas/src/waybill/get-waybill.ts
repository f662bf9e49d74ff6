import { defineOperation } from '../define/index.ts';
import { Waybill } from './waybill.ts';

export const getWaybill = defineOperation({
  name: 'get-waybill',
  since: '1.0',
  title: { en: 'Read a waybill', zh: '查询运单' },
  description: {
    en: 'A number that is only reserved, or expired unbound, is no waybill: NOT_FOUND.',
    zh: '仅预留或未绑定即过期的单号不是运单，应答不存在。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/waybills/{waybillNo}',
  answer: { status: 200, body: Waybill },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
