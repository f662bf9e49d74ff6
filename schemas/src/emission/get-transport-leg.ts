import { defineOperation } from '../define/index.ts';
import { TransportLeg } from './transport-leg.ts';

export const getTransportLeg = defineOperation({
  name: 'get-transport-leg',
  since: '1.0',
  title: { en: 'Read a transport leg', zh: '查询运输航段' },
  description: {
    en: 'A courier shows a leg to a platform whose parcels it carried, with those parcels alone.',
    zh: '快递企业仅向其包裹在该航段上的平台展示，且只含该平台的包裹。',
  },
  servedBy: ['courier', 'hub', 'regulator'],
  calledBy: ['platform', 'courier'],
  method: 'GET',
  path: '/v1/transport-legs/{legId}',
  answer: { status: 200, body: TransportLeg },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
