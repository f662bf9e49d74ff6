import { defineOperation } from '../define/index.ts';
import { Parcel } from './parcel.ts';

/** Reads the status of one parcel. */
export const getParcel = defineOperation({
  name: 'get-parcel',
  since: '1.0',
  title: { en: 'Read a parcel', zh: '查询包裹' },
  servedBy: ['courier', 'hub'],
  calledBy: [
    'platform',
    'courier',
    'merchant',
    'isv',
    'service-point',
    'locker',
    'warehouse',
    'hub',
  ],
  method: 'GET',
  path: '/v1/parcels/{carrierCode}/{waybillNo}',
  answer: { status: 200, body: Parcel },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
