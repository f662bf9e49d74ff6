import type { Table } from '../row.ts';

/** Taobao WLB: carrier status. Its warehouse codes are states of an outbound order and not here. */
export const taobaoWlb: Table = {
  vocabulary: 'taobao-wlb',
  version: '1',
  source: 'bububa/opentaobao',
  rows: [
    { code: 'TMS_ACCEPT', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: 'TMS_STATION_IN', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: 'TMS_STATION_OUT', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: 'TMS_SIGN', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'TMS_REJECT', eventCode: 'REFUSED', confidence: 'HIGH' },
    { code: 'TMS_CANCEL', eventCode: 'CANCELLED', confidence: 'HIGH' },
  ],
};
