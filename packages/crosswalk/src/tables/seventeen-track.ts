import type { Table } from '../row.ts';

/** 17TRACK: main status, and sub-status of a parcel in transit. */
export const seventeenTrack: Table = {
  vocabulary: '17track',
  version: '2',
  source: '17TRACK API v2 help',
  rows: [
    { code: 'NotFound', outcome: 'IGNORE' },
    { code: 'InfoReceived', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: 'InTransit', subCode: 'PickedUp', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: 'InTransit', subCode: 'Departure', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: 'InTransit', subCode: 'Arrival', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    {
      code: 'InTransit',
      subCode: 'CustomsProcessing',
      eventCode: 'IMPORT_CUSTOMS_PRESENTED',
      confidence: 'LOW',
    },
    {
      code: 'InTransit',
      subCode: 'CustomsReleased',
      eventCode: 'IMPORT_CUSTOMS_RELEASED',
      confidence: 'LOW',
    },
    { code: 'InTransit', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: 'Expired', eventCode: 'TRACE_STALE', confidence: 'MEDIUM', outcome: 'FLAG' },
    { code: 'AvailableForPickup', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: 'OutForDelivery', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    {
      code: 'DeliveryFailure',
      eventCode: 'DELIVERY_ATTEMPT_FAILED',
      confidence: 'MEDIUM',
      reason: 'OTHER',
    },
    { code: 'Delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'Exception', eventCode: 'HELD_AT_BRANCH', confidence: 'LOW', outcome: 'STATUS' },
  ],
};
