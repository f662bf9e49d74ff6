import { defineOperation } from '../define/index.ts';
import { CapacityDemand } from './capacity-demand.ts';

export const getCapacityDemand = defineOperation({
  name: 'get-capacity-demand',
  since: '1.0',
  title: { en: 'Read a demand', zh: '查询运力需求' },
  servedBy: ['hub'],
  calledBy: ['platform', 'merchant', 'courier'],
  method: 'GET',
  path: '/v1/capacity-demands/{demandId}',
  answer: { status: 200, body: CapacityDemand },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
