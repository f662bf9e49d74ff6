import type { Table } from '../row.ts';

/** EasyPost tracker: `status`, and `status_detail` where it says more. */
export const easypost: Table = {
  vocabulary: 'easypost',
  version: '2',
  source: 'EasyPost/easypost-node types; status_detail: public tracking guide, unconfirmed',
  rows: [
    { code: 'unknown', outcome: 'IGNORE' },
    { code: 'pre_transit', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    {
      code: 'pre_transit',
      subCode: 'received_at_origin_facility',
      eventCode: 'DROPPED_OFF',
      confidence: 'LOW',
    },
    {
      code: 'in_transit',
      subCode: 'received_at_origin_facility',
      eventCode: 'PICKED_UP',
      confidence: 'LOW',
    },
    {
      code: 'in_transit',
      subCode: 'arrived_at_facility',
      eventCode: 'ARRIVED_HUB',
      confidence: 'MEDIUM',
    },
    {
      code: 'in_transit',
      subCode: 'departed_facility',
      eventCode: 'DEPARTED_HUB',
      confidence: 'MEDIUM',
    },
    {
      code: 'in_transit',
      subCode: 'departed_origin_facility',
      eventCode: 'DEPARTED_ORIGIN',
      confidence: 'MEDIUM',
    },
    {
      code: 'in_transit',
      subCode: 'received_at_destination_facility',
      eventCode: 'ARRIVED_DELIVERY_BRANCH',
      confidence: 'MEDIUM',
    },
    {
      code: 'in_transit',
      subCode: 'arrived_at_destination',
      eventCode: 'ARRIVED_DEST_CITY',
      confidence: 'LOW',
    },
    {
      code: 'in_transit',
      subCode: 'transferred_to_destination_carrier',
      eventCode: 'FORWARDED_CARRIER',
      confidence: 'MEDIUM',
    },
    { code: 'in_transit', subCode: 'missorted', eventCode: 'MISSORTED', confidence: 'MEDIUM' },
    { code: 'in_transit', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: 'out_for_delivery', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    { code: 'available_for_pickup', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: 'delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'return_to_sender', eventCode: 'RETURN_STARTED', confidence: 'MEDIUM', leg: 'RETURN' },
    { code: 'failure', subCode: 'lost', eventCode: 'LOST', confidence: 'MEDIUM' },
    { code: 'failure', subCode: 'damaged', eventCode: 'DAMAGED', confidence: 'MEDIUM' },
    { code: 'failure', subCode: 'refused', eventCode: 'REFUSED', confidence: 'MEDIUM' },
    {
      code: 'failure',
      eventCode: 'DELIVERY_ATTEMPT_FAILED',
      confidence: 'LOW',
      outcome: 'STATUS',
      reason: 'OTHER',
    },
    { code: 'cancelled', eventCode: 'CANCELLED', confidence: 'MEDIUM' },
    { code: 'error', eventCode: 'INFO', confidence: 'LOW' },
  ],
};
