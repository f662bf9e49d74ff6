import { defineOperation } from '../define/index.ts';
import { TransportLeg } from './transport-leg.ts';

export const getTransportLeg = defineOperation({
  name: 'get-transport-leg',
  since: '1.0',
  title: { en: 'Read a transport leg', zh: '查询运输航段' },
  servedBy: ['hub', 'regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/transport-legs/{legId}',
  answer: { status: 200, body: TransportLeg },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
