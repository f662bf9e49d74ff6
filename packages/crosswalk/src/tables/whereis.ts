import type { Table } from '../row.ts';

/** whereis: status of an event, a tracking hub over SF Express and FedEx. */
export const whereis: Table = {
  vocabulary: 'whereis',
  version: '1',
  source: 'eagle1-sys/whereis-api-v0',
  rows: [
    { code: '3000', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: '3001', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: '3002', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: '3003', eventCode: 'SORTED', confidence: 'MEDIUM' },
    { code: '3004', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: '3005', eventCode: 'INFO', confidence: 'MEDIUM' },
    { code: '3006', eventCode: 'INFO', confidence: 'MEDIUM' },
    { code: '3009', eventCode: 'CANCELLED', confidence: 'LOW' },
    { code: '3050', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: '3100', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: '3150', eventCode: 'EXPORT_CUSTOMS_PRESENTED', confidence: 'MEDIUM' },
    { code: '3200', eventCode: 'EXPORT_CUSTOMS_RELEASED', confidence: 'MEDIUM' },
    { code: '3250', eventCode: 'DEPARTED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: '3300', eventCode: 'ARRIVED_DEST_CITY', confidence: 'MEDIUM' },
    { code: '3350', eventCode: 'IMPORT_CUSTOMS_PRESENTED', confidence: 'MEDIUM' },
    { code: '3400', eventCode: 'IMPORT_CUSTOMS_RELEASED', confidence: 'MEDIUM' },
    { code: '3450', eventCode: 'OUT_FOR_DELIVERY', confidence: 'LOW' },
    { code: '3500', eventCode: 'DELIVERED', confidence: 'HIGH' },
  ],
};
