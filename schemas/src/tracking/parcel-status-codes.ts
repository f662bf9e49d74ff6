import type { Static } from '@sinclair/typebox';
import { type Code, codesOf, defineCodeList } from '../define/index.ts';
import type { Stage } from '../vocabulary/stage-codes.ts';

/** What the fold and the stage read of a status, beside its titles. */
export type ParcelStatusEntry = Code & {
  /** Place on the way to delivery; absent where the status has none. */
  readonly progress?: number;
  /** `progress` counts only where the status is the new one, never where it is the old one. */
  readonly progressAs?: 'TARGET';
  readonly terminal: boolean;
  /** Terminal for parcel, waybill and order, though not in the fold, so many days after `sinceAt`. */
  readonly terminalAfterDays?: number;
  /** The stage of privacy; PRV requirements decide views by it. */
  readonly stage: Static<typeof Stage>;
  /** The stage is CLOSED so many days after `sinceAt`. */
  readonly closedAfterDays?: number;
};

/** The status of a parcel, the result of the fold of its events. */
export const ParcelStatus = defineCodeList({
  name: 'ParcelStatus',
  version: '2026-11',
  title: { en: 'Status of a parcel', zh: '包裹状态' },
  description: {
    en: 'Where a parcel stands: a function of the set of its events.',
    zh: '包裹所处状态，由其事件集合折叠得出。',
  },
  growth: 'closed',
  codes: {
    UNKNOWN: { en: 'No information', zh: '无信息', terminal: false, stage: 'ORDERED' },
    CREATED: { en: 'Ordered', zh: '已下单', progress: 0, terminal: false, stage: 'ACCEPTED' },
    AWAITING_PICKUP: {
      en: 'Awaiting pickup',
      zh: '待揽收',
      progress: 1,
      terminal: false,
      stage: 'ACCEPTED',
    },
    PICKED_UP: { en: 'Picked up', zh: '已揽收', progress: 2, terminal: false, stage: 'IN_TRANSIT' },
    IN_TRANSIT: {
      en: 'In transit',
      zh: '运输中',
      progress: 3,
      terminal: false,
      stage: 'IN_TRANSIT',
    },
    CUSTOMS: { en: 'In customs', zh: '清关中', progress: 3, terminal: false, stage: 'IN_TRANSIT' },
    HELD: { en: 'Held', zh: '滞留', progress: 3, terminal: false, stage: 'EXCEPTION' },
    FORWARDED: {
      en: 'Forwarded',
      zh: '转寄转投',
      progress: 3,
      terminal: false,
      stage: 'IN_TRANSIT',
    },
    AT_DESTINATION: {
      en: 'At destination city or branch',
      zh: '到达派件城市或网点',
      progress: 4,
      terminal: false,
      stage: 'IN_TRANSIT',
    },
    OUT_FOR_DELIVERY: {
      en: 'Out for delivery',
      zh: '派件中',
      progress: 5,
      terminal: false,
      stage: 'OUT_FOR_DELIVERY',
    },
    DELIVERY_FAILED: {
      en: 'Delivery failed',
      zh: '派送失败',
      progress: 5,
      terminal: false,
      stage: 'EXCEPTION',
    },
    AWAITING_COLLECTION: {
      en: 'Awaiting collection',
      zh: '待取件',
      progress: 6,
      terminal: false,
      stage: 'AT_POINT',
    },
    DELIVERED: {
      en: 'Delivered',
      zh: '已签收',
      progress: 7,
      terminal: true,
      stage: 'DELIVERED',
      closedAfterDays: 7,
    },
    INTERCEPTED: {
      en: 'Intercepted',
      zh: '已拦截',
      progress: 3,
      progressAs: 'TARGET',
      terminal: false,
      stage: 'EXCEPTION',
    },
    RETURNING: {
      en: 'Returning',
      zh: '退回中',
      progress: 3,
      progressAs: 'TARGET',
      terminal: false,
      stage: 'RETURNING',
    },
    LOST: {
      en: 'Lost',
      zh: '遗失',
      progress: 3,
      progressAs: 'TARGET',
      terminal: false,
      terminalAfterDays: 30,
      stage: 'EXCEPTION',
      closedAfterDays: 30,
    },
    DESTROYED: {
      en: 'Destroyed',
      zh: '已销毁',
      progress: 3,
      progressAs: 'TARGET',
      terminal: true,
      stage: 'CLOSED',
    },
    RETURNED: { en: 'Returned to the sender', zh: '已退签', terminal: true, stage: 'CLOSED' },
    CANCELLED: { en: 'Cancelled', zh: '已销单', terminal: true, stage: 'CLOSED' },
  } satisfies Record<string, ParcelStatusEntry>,
});
export type ParcelStatus = Static<typeof ParcelStatus>;

/** The entries of the list, each with the members that only some of them have. */
export const parcelStatusEntries: Readonly<Record<ParcelStatus, ParcelStatusEntry>> =
  codesOf(ParcelStatus);
