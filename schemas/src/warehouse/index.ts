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
