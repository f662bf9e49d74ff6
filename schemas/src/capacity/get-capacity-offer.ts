import { defineOperation } from '../define/index.ts';
import { CapacityOffer } from './capacity-offer.ts';

export const getCapacityOffer = defineOperation({
  name: 'get-capacity-offer',
  since: '1.0',
  title: { en: 'Read an offer', zh: '查询运力供给' },
  servedBy: ['hub'],
  calledBy: ['courier', 'service-point', 'warehouse', 'locker'],
  method: 'GET',
  path: '/v1/capacity-offers/{offerId}',
  answer: { status: 200, body: CapacityOffer },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
