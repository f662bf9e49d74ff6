import { defineOperation } from '../define/index.ts';
import { Inbound } from './inbound.ts';

export const getInbound = defineOperation({
  name: 'get-inbound',
  since: '1.0',
  title: { en: 'Read an inbound notice', zh: '查询入库单' },
  servedBy: ['warehouse'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/inbound-notices/{asnNo}',
  answer: { status: 200, body: Inbound },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
