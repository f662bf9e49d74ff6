import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { inboundNoticeLifecycle } from './inbound-notice-lifecycle.ts';
import { outboundOrderLifecycle } from './outbound-order-lifecycle.ts';

/** What a warehouse is for. */
export const WarehouseKind = defineCodeList({
  name: 'WarehouseKind',
  version: '2026-11',
  title: { en: 'Kind of warehouse', zh: '仓库类型' },
  description: { en: 'What a warehouse is for.', zh: '仓库的用途。' },
  growth: 'closed',
  codes: {
    CENTRAL: { en: 'Central warehouse', zh: '中心仓' },
    REGIONAL: { en: 'Regional warehouse', zh: '区域仓' },
    FRONT: { en: 'Forward warehouse', zh: '前置仓' },
    BONDED: { en: 'Bonded warehouse', zh: '保税仓' },
    COLD: { en: 'Cold store', zh: '冷库' },
  },
});

/** Why stock changed. A reason that is not known changes it no less. */
export const StockChangeReason = defineCodeList({
  name: 'StockChangeReason',
  version: '2026-11',
  title: { en: 'Reason of a stock change', zh: '库存变动原因' },
  description: { en: 'Why stock changed.', zh: '库存变动的原因。' },
  growth: { fallback: 'ADJUSTMENT' },
  codes: {
    INBOUND: { en: 'Inbound', zh: '入库' },
    OUTBOUND: { en: 'Outbound', zh: '出库' },
    RESERVATION: { en: 'Reserved', zh: '预占' },
    RELEASE: { en: 'Released', zh: '释放' },
    TRANSFER_OUT: { en: 'Transferred out', zh: '调出' },
    TRANSFER_IN: { en: 'Transferred in', zh: '调入' },
    RETURN: { en: 'Return into stock', zh: '退货入库' },
    DAMAGE: { en: 'Damaged', zh: '残损' },
    ADJUSTMENT: { en: 'Adjusted after a count', zh: '盘点调整' },
  },
});

/** States of an inbound notice. */
export const InboundNoticeStatus = statesAsCodes('InboundNoticeStatus', inboundNoticeLifecycle);

/** States of an outbound order. */
export const OutboundOrderStatus = statesAsCodes('OutboundOrderStatus', outboundOrderLifecycle);
