import { defineModule } from '../define/index.ts';

export const warehouseModule = defineModule({
  name: 'warehouse',
  chapter: 13,
  prefix: 'WHS',
  title: { en: 'Warehousing and forward stock', zh: '仓储与前置仓' },
  description: {
    en: 'Inbound notices, a stock ledger that replays, transfers to forward stock, and outbound orders with a masked consignee.',
    zh: '入库预报、可重放的库存流水、前置调拨与脱敏出库单。',
  },
  conformanceClass: 'warehouse',
  clauses: ['SC-7', 'SC-8', 'SC-13', 'SC-15', 'DL-4', 'DL-6', 'DL-8', 'DL-S2'],
});

export * from './asn-no.ts';
export * from './cancel-outbound.ts';
export * from './create-front-transfer.ts';
export * from './create-outbound.ts';
export * from './front-transfer.ts';
export * from './get-inbound.ts';
export * from './get-outbound.ts';
export * from './get-stock.ts';
export * from './inbound.ts';
export * from './inbound-notice.ts';
export * from './inbound-notice-lifecycle.ts';
export * from './inbound-received.ts';
export * from './ledger-seq.ts';
export * from './line-no.ts';
export * from './list-stock-changes.ts';
export * from './list-warehouses.ts';
export * from './notify-inbound.ts';
export * from './outbound-changed.ts';
export * from './outbound-no.ts';
export * from './outbound-order.ts';
export * from './outbound-order-lifecycle.ts';
export * from './outbound-status.ts';
export * from './packed-packages.ts';
export * from './piece-count.ts';
export * from './received-lines.ts';
export * from './sku.ts';
export * from './stock-change.ts';
export * from './stock-snapshot.ts';
export * from './warehouse.ts';
export * from './warehouse-codes.ts';
export * from './warehouse-id.ts';
