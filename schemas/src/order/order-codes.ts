import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { orderLifecycle } from './order-lifecycle.ts';

/** The states of the order, as codes. */
export const OrderStatus = statesAsCodes('OrderStatus', orderLifecycle);

/** Decides which members of a shipper are given. */
export const ShipperKind = defineCodeList({
  name: 'ShipperKind',
  version: '2026-11',
  title: { en: 'Kind of shipper', zh: '寄件人类型' },
  description: {
    en: 'Whether an organisation or a natural person sends.',
    zh: '寄件人为单位或自然人。',
  },
  growth: 'closed',
  codes: {
    ORGANISATION: { en: 'Organisation', zh: '单位' },
    PERSON: { en: 'Person', zh: '个人' },
  },
});

/** Informative: the status alone has meaning. */
export const OrderCause = defineCodeList({
  name: 'OrderCause',
  version: '2026-11',
  title: { en: 'Cause of a change of an order', zh: '订单状态变化原因' },
  description: {
    en: 'What made the status of an order change.',
    zh: '引起订单状态变化的事由。',
  },
  growth: { fallback: 'OTHER' },
  codes: {
    DECISION: { en: 'Decision', zh: '受理' },
    CANCELLATION: { en: 'Cancellation', zh: '取消' },
    WAYBILL_BOUND: { en: 'Waybill bound', zh: '取号' },
    PICKUP_SLOT: { en: 'Pickup slot', zh: '预约' },
    PICKUP_FAILED: { en: 'Pickup failed', zh: '揽收失败' },
    PARCEL_SCAN: { en: 'Parcel scan', zh: '扫描' },
    PARCELS_TERMINAL: { en: 'Parcels terminal', zh: '包裹终结' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});
