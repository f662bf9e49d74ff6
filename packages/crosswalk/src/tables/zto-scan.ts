import type { Table } from '../row.ts';

/** ZTO: word of a scan. ARRIVAL is the arrival at a station and SIGNED a collection there. */
export const ztoScan: Table = {
  vocabulary: 'zto-scan',
  version: '1',
  source: 'fuzui/aggregatelogistics',
  rows: [
    { code: '收件', eventCode: 'PICKED_UP', confidence: 'MEDIUM' },
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
    { code: 'ARRIVAL', eventCode: 'DEPOSITED_STATION', confidence: 'MEDIUM' },
    { code: 'SIGNED', eventCode: 'COLLECTED_BY_CONSIGNEE', confidence: 'MEDIUM' },
    { code: '第三方签收', eventCode: 'DELIVERED_AGENT', confidence: 'MEDIUM' },
    { code: '退件签收', eventCode: 'RETURN_DELIVERED', confidence: 'MEDIUM', leg: 'RETURN' },
  ],
};
