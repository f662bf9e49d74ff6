import type { Table } from '../row.ts';

/** WeChat logistics: ActionType of `onPathUpdate`. */
export const wechatAction: Table = {
  vocabulary: 'wechat-action',
  version: '1',
  source: 'public documentation of WeChat',
  rows: [
    { code: '100001', eventCode: 'PICKED_UP', confidence: 'HIGH' },
    { code: '100002', eventCode: 'PICKUP_FAILED', confidence: 'HIGH', reason: 'OTHER' },
    { code: '100003', eventCode: 'PICKUP_ASSIGNED', confidence: 'HIGH' },
    { code: '200001', eventCode: 'ARRIVED_HUB', confidence: 'LOW', outcome: 'STATUS' },
    { code: '300002', eventCode: 'OUT_FOR_DELIVERY', confidence: 'HIGH' },
    { code: '300003', eventCode: 'DELIVERED', confidence: 'HIGH' },
    { code: '300004', eventCode: 'DELIVERY_ATTEMPT_FAILED', confidence: 'HIGH', reason: 'OTHER' },
    { code: '400001', eventCode: 'CANCELLED', confidence: 'MEDIUM' },
    { code: '400002', eventCode: 'HELD_AT_BRANCH', confidence: 'MEDIUM' },
  ],
};
