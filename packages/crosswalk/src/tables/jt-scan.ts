import type { Table } from '../row.ts';

/** J&T Express: word of a scan. */
export const jtScan: Table = {
  vocabulary: 'jt-scan',
  version: '1',
  source: 'fuzui/aggregatelogistics',
  rows: [
    { code: '发件', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: '发件扫描', eventCode: 'DEPARTED_HUB', confidence: 'MEDIUM' },
    { code: '到件', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: '到件扫描', eventCode: 'ARRIVED_HUB', confidence: 'MEDIUM' },
    { code: '派件', eventCode: 'OUT_FOR_DELIVERY', confidence: 'MEDIUM' },
    { code: '派件中', eventCode: 'OUT_FOR_DELIVERY', confidence: 'MEDIUM' },
    { code: '驿站代收', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: '入库扫描', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: '代理点收入扫描', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: '签收', eventCode: 'DELIVERED', confidence: 'MEDIUM' },
    { code: '快件签收', eventCode: 'DELIVERED', confidence: 'MEDIUM' },
    { code: '退件', eventCode: 'RETURN_STARTED', confidence: 'MEDIUM', leg: 'RETURN' },
    { code: '问题件', eventCode: 'DELIVERY_ATTEMPT_FAILED', confidence: 'LOW', reason: 'OTHER' },
    { code: '快件揽收', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
    { code: '出仓扫描', eventCode: 'OUT_FOR_DELIVERY', confidence: 'MEDIUM' },
    { code: '快件取出扫描', eventCode: 'COLLECTED_BY_CONSIGNEE', confidence: 'MEDIUM' },
    { code: '出库扫描', eventCode: 'COLLECTED_BY_CONSIGNEE', confidence: 'LOW' },
    {
      code: '问题件扫描',
      eventCode: 'DELIVERY_ATTEMPT_FAILED',
      confidence: 'LOW',
      reason: 'OTHER',
    },
  ],
};
