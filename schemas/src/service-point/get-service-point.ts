import { defineOperation } from '../define/index.ts';
import { PLACE_READERS } from './place-readers.ts';
import { ServicePoint } from './service-point.ts';

/** Reads one point. */
export const getServicePoint = defineOperation({
  name: 'get-service-point',
  since: '1.0',
  title: { en: 'Read a service point', zh: '查询服务点' },
  servedBy: ['hub', 'courier', 'service-point'],
  calledBy: PLACE_READERS,
  method: 'GET',
  path: '/v1/service-points/{pointId}',
  answer: { status: 200, body: ServicePoint },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
