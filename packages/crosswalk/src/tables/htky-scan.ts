import type { Table } from '../row.ts';

/** Best (HTKY): word of a scan. The last three are words of the other couriers, not yet seen here. */
export const htkyScan: Table = {
  vocabulary: 'htky-scan',
  version: '1',
  source: 'fuzui/aggregatelogistics',
  rows: [
    { code: '收件', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: '发件', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: '到件', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: '派件', eventCode: 'OUT_FOR_DELIVERY', confidence: 'MEDIUM' },
    { code: '代理点签收', eventCode: 'DEPOSITED_STATION', confidence: 'LOW' },
    { code: '特殊签收', eventCode: 'DELIVERED_AGENT', confidence: 'LOW' },
    { code: '百世邻里', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: '转同行', eventCode: 'FORWARDED_CARRIER', confidence: 'MEDIUM' },
    { code: '客户拒收', eventCode: 'REFUSED', confidence: 'MEDIUM' },
    { code: '货物破损', eventCode: 'DAMAGED', confidence: 'MEDIUM' },
    { code: '更改派送地址', eventCode: 'FORWARDED_ADDRESS', confidence: 'LOW' },
    { code: '签收', eventCode: 'DELIVERED', confidence: 'LOW' },
    { code: '退件', eventCode: 'RETURN_STARTED', confidence: 'LOW', leg: 'RETURN' },
    { code: '问题件', eventCode: 'DELIVERY_ATTEMPT_FAILED', confidence: 'LOW', reason: 'OTHER' },
  ],
};
