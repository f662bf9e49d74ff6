import type { Table } from '../row.ts';

/** JD Logistics: state of a waybill. */
export const jdState: Table = {
  vocabulary: 'jd-state',
  version: '1',
  source: 'fuzui/aggregatelogistics',
  rows: [
    { code: '100', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: '390', eventCode: 'PICKUP_ASSIGNED', confidence: 'MEDIUM' },
    { code: '420', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: '430', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: '440', eventCode: 'OUT_FOR_DELIVERY', confidence: 'MEDIUM' },
    { code: '510', eventCode: 'DELIVERED', confidence: 'MEDIUM' },
    { code: '530', eventCode: 'REFUSED', confidence: 'MEDIUM' },
    { code: '690', eventCode: 'CANCELLED', confidence: 'MEDIUM' },
    { code: '700', eventCode: 'RETURN_STARTED', confidence: 'MEDIUM', leg: 'RETURN' },
  ],
};
