import type { Table } from '../row.ts';

/** karrio: unified tracking status. */
export const karrio: Table = {
  vocabulary: 'karrio',
  version: '1',
  source: 'karrio units, facts only',
  rows: [
    { code: 'pending', eventCode: 'ORDER_PLACED', confidence: 'MEDIUM' },
    { code: 'picked_up', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: 'in_transit', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: 'on_hold', eventCode: 'HELD_AT_BRANCH', confidence: 'LOW', outcome: 'STATUS' },
    {
      code: 'delivery_delayed',
      eventCode: 'DELIVERY_OVERDUE',
      confidence: 'MEDIUM',
      outcome: 'FLAG',
    },
    { code: 'out_for_delivery', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    { code: 'ready_for_pickup', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    {
      code: 'delivery_failed',
      eventCode: 'DELIVERY_ATTEMPT_FAILED',
      confidence: 'MEDIUM',
      reason: 'OTHER',
    },
    { code: 'return_to_sender', eventCode: 'RETURN_STARTED', confidence: 'MEDIUM', leg: 'RETURN' },
    { code: 'cancelled', eventCode: 'CANCELLED', confidence: 'MEDIUM' },
    { code: 'delivered', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: 'unknown', outcome: 'IGNORE' },
  ],
};
