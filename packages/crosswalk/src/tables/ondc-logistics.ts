import type { Table } from '../row.ts';

/** ONDC logistics: fulfilment state. */
export const ondcLogistics: Table = {
  vocabulary: 'ondc-logistics',
  version: '1.2',
  source: 'ONDC-LOG-Specifications, facts only',
  rows: [
    { code: 'Pending', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: 'Agent-assigned', eventCode: 'PICKUP_ASSIGNED', confidence: 'MEDIUM' },
    { code: 'Out-for-pickup', eventCode: 'PICKUP_ASSIGNED', confidence: 'MEDIUM' },
    { code: 'Order-picked-up', eventCode: 'PICKED_UP', confidence: 'HIGH' },
    { code: 'In-transit', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: 'At-destination-hub', eventCode: 'ARRIVED_DELIVERY_BRANCH', confidence: 'MEDIUM' },
    { code: 'Out-for-delivery', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    { code: 'Order-delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'RTO-Initiated', eventCode: 'RETURN_STARTED', confidence: 'HIGH', leg: 'RETURN' },
    { code: 'RTO-Delivered', eventCode: 'RETURN_DELIVERED', confidence: 'HIGH', leg: 'RETURN' },
    { code: 'RTO-Disposed', eventCode: 'DESTROYED', confidence: 'HIGH' },
    { code: 'Cancelled', eventCode: 'CANCELLED', confidence: 'HIGH' },
  ],
};
