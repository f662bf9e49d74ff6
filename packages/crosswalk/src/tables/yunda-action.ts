import type { Table } from '../row.ts';

/** Yunda: `action` of a step. */
export const yundaAction: Table = {
  vocabulary: 'yunda-action',
  version: '1',
  source: 'public interface page of Yunda; fuzui/aggregatelogistics',
  rows: [
    { code: 'ACCEPT', eventCode: 'ORDER_PLACED', confidence: 'LOW' },
    { code: 'GOT', eventCode: 'PICKED_UP', confidence: 'HIGH' },
    { code: 'ARRIVAL', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: 'DEPARTURE', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: 'SENT', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    { code: 'INBOUND', eventCode: 'DEPOSITED_STATION', confidence: 'HIGH' },
    { code: 'OUTBOUND', eventCode: 'REMOVED_BY_COURIER', confidence: 'MEDIUM' },
    { code: 'SIGNED', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'SIGNFAIL', eventCode: 'DELIVERY_ATTEMPT_FAILED', confidence: 'HIGH', reason: 'OTHER' },
    { code: 'RETURN', eventCode: 'RETURN_STARTED', confidence: 'HIGH', leg: 'RETURN' },
    { code: 'ISSUE', eventCode: 'DELIVERY_ATTEMPT_FAILED', confidence: 'LOW', reason: 'OTHER' },
    { code: 'REJECTION', eventCode: 'REFUSED', confidence: 'HIGH' },
    { code: 'TRANSFER', eventCode: 'FORWARDED_CARRIER', confidence: 'MEDIUM' },
    { code: 'CLEARANCE_START', eventCode: 'IMPORT_CUSTOMS_PRESENTED', confidence: 'MEDIUM' },
    { code: 'CLEARANCE_FINISH', eventCode: 'IMPORT_CUSTOMS_RELEASED', confidence: 'MEDIUM' },
    { code: 'CLEARANCE_FAIL', eventCode: 'IMPORT_CUSTOMS_HELD', confidence: 'MEDIUM' },
    { code: 'OVERSEA_ARRIVAL', eventCode: 'LINEHAUL_AIR_ARR', confidence: 'LOW' },
    { code: 'OVERSEA_DEPARTURE', eventCode: 'LINEHAUL_AIR_DEP', confidence: 'LOW' },
    { code: 'OVERSEA_IN', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: 'OVERSEA_OUT', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: 'OTHER', eventCode: 'INFO', confidence: 'MEDIUM' },
  ],
};
