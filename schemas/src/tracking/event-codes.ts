import type { Static } from '@sinclair/typebox';
import { type Code, codesOf, defineCodeList } from '../define/index.ts';
import type { ParcelStatus } from './parcel-status-codes.ts';

/** What the fold reads of an event code, beside its titles. */
export type EventCodeEntry = Code & {
  /** Status of a parcel on its forward leg; absent where the code leaves the status unchanged. */
  readonly after?: ParcelStatus;
  /** Breaks ties of equal `occurredAt`. */
  readonly rank: number;
  /** An event with this code has a `location`. */
  readonly place?: true;
  /** An event with this code has a `reason`. */
  readonly reason?: true;
  /** Raised by the code, cleared by the next event that changes the status. */
  readonly flag?: 'stale' | 'overdue';
  /** The only status from which the code is accepted. */
  readonly onlyFrom?: ParcelStatus;
  /** No other vocabulary has the code, so that no adapter makes it. */
  readonly adapted?: false;
};

/** The scans of a parcel. */
export const EventCode = defineCodeList({
  name: 'EventCode',
  version: '2026-11',
  title: { en: 'Event code', zh: '轨迹事件代码' },
  description: {
    en: 'What was observed of a parcel. An unknown code is kept and folds as INFO.',
    zh: '对包裹的观测。未知代码保留原文，按信息记录折叠。',
  },
  growth: { fallback: 'INFO' },
  codes: {
    ORDER_PLACED: {
      en: 'Order received by the courier',
      zh: '已下单',
      after: 'CREATED',
      rank: 100,
    },
    PICKUP_ASSIGNED: {
      en: 'Pickup courier assigned',
      zh: '已分配揽收员',
      after: 'AWAITING_PICKUP',
      rank: 110,
    },
    PICKUP_FAILED: {
      en: 'Pickup failed',
      zh: '揽收失败',
      after: 'AWAITING_PICKUP',
      rank: 120,
      reason: true,
    },
    DROPPED_OFF: {
      en: 'Sender dropped it off',
      zh: '客户自寄',
      after: 'AWAITING_PICKUP',
      rank: 130,
      place: true,
    },
    REAL_NAME_VERIFIED: {
      en: "Sender's identity attested",
      zh: '实名已核验',
      rank: 140,
      adapted: false,
    },
    INSPECTED: { en: 'Content inspected on acceptance', zh: '收寄验视', rank: 150, adapted: false },
    PICKED_UP: { en: 'Picked up', zh: '已揽收', after: 'PICKED_UP', rank: 200, place: true },
    PICKED_UP_AGENT: {
      en: 'Accepted by an agent',
      zh: '代理收件',
      after: 'PICKED_UP',
      rank: 210,
      place: true,
    },
    WEIGHED: { en: 'Weight or volume rechecked', zh: '重量复核', rank: 220 },
    PACKED_REUSABLE: { en: 'Put into a reusable box', zh: '装入循环箱', rank: 230, adapted: false },
    CONSOLIDATED: {
      en: 'Bagged or consolidated',
      zh: '集包',
      after: 'IN_TRANSIT',
      rank: 300,
      place: true,
    },
    DEPARTED_ORIGIN: {
      en: 'Departed origin branch',
      zh: '离开揽收网点',
      after: 'IN_TRANSIT',
      rank: 310,
      place: true,
    },
    ARRIVED_HUB: {
      en: 'Arrived at hub',
      zh: '到达转运中心',
      after: 'IN_TRANSIT',
      rank: 320,
      place: true,
    },
    SORTED: { en: 'Sorted or loaded', zh: '分拣装车', after: 'IN_TRANSIT', rank: 330, place: true },
    MISSORTED: { en: 'Mis-sorted', zh: '错分', after: 'IN_TRANSIT', rank: 335 },
    DEPARTED_HUB: {
      en: 'Departed hub',
      zh: '离开转运中心',
      after: 'IN_TRANSIT',
      rank: 340,
      place: true,
    },
    LINEHAUL_AIR_DEP: { en: 'Flight departed', zh: '航班起飞', after: 'IN_TRANSIT', rank: 350 },
    LINEHAUL_AIR_ARR: { en: 'Flight landed', zh: '航班落地', after: 'IN_TRANSIT', rank: 351 },
    LINEHAUL_RAIL_DEP: { en: 'Train departed', zh: '铁路发车', after: 'IN_TRANSIT', rank: 352 },
    LINEHAUL_RAIL_ARR: { en: 'Train arrived', zh: '铁路到车', after: 'IN_TRANSIT', rank: 353 },
    LINEHAUL_SEA_DEP: { en: 'Vessel departed', zh: '船舶离港', after: 'IN_TRANSIT', rank: 354 },
    LINEHAUL_SEA_ARR: { en: 'Vessel arrived', zh: '船舶到港', after: 'IN_TRANSIT', rank: 355 },
    EXPORT_OE_ARRIVED: {
      en: 'Arrived at outward office of exchange',
      zh: '到达出口互换局',
      after: 'IN_TRANSIT',
      rank: 400,
      place: true,
    },
    EXPORT_OE_HELD: {
      en: 'Held at outward office of exchange',
      zh: '出口互换局滞留',
      after: 'HELD',
      rank: 405,
      place: true,
    },
    EXPORT_CUSTOMS_PRESENTED: {
      en: 'Presented to export customs',
      zh: '出口报关',
      after: 'CUSTOMS',
      rank: 410,
    },
    EXPORT_CUSTOMS_HELD: {
      en: 'Held by export customs',
      zh: '出口海关扣留',
      after: 'HELD',
      rank: 415,
    },
    EXPORT_CUSTOMS_RELEASED: {
      en: 'Released by export customs',
      zh: '出口放行',
      after: 'CUSTOMS',
      rank: 420,
    },
    EXPORT_CANCELLED: { en: 'Export cancelled', zh: '出口取消', after: 'RETURNING', rank: 425 },
    EXPORT_OE_DEPARTED: {
      en: 'Departed outward office of exchange',
      zh: '离开出口互换局',
      after: 'IN_TRANSIT',
      rank: 430,
      place: true,
    },
    TRANSIT_OE_ARRIVED: {
      en: 'Arrived at transit office',
      zh: '到达中转互换局',
      after: 'IN_TRANSIT',
      rank: 440,
      place: true,
    },
    TRANSIT_OE_DEPARTED: {
      en: 'Departed transit office',
      zh: '离开中转互换局',
      after: 'IN_TRANSIT',
      rank: 450,
      place: true,
    },
    IMPORT_OE_ARRIVED: {
      en: 'Arrived at inward office of exchange',
      zh: '到达进口互换局',
      after: 'IN_TRANSIT',
      rank: 460,
      place: true,
    },
    IMPORT_OE_HELD: {
      en: 'Held at inward office of exchange',
      zh: '进口互换局滞留',
      after: 'HELD',
      rank: 465,
      place: true,
    },
    IMPORT_CUSTOMS_PRESENTED: {
      en: 'Presented to import customs',
      zh: '进口报关',
      after: 'CUSTOMS',
      rank: 470,
    },
    IMPORT_CUSTOMS_HELD: {
      en: 'Held by import customs',
      zh: '进口海关扣留',
      after: 'HELD',
      rank: 475,
    },
    IMPORT_CUSTOMS_RELEASED: {
      en: 'Released by import customs',
      zh: '清关完成',
      after: 'CUSTOMS',
      rank: 480,
    },
    IMPORT_TERMINATED: { en: 'Import terminated', zh: '进口终止', after: 'RETURNING', rank: 485 },
    IMPORT_OE_DEPARTED: {
      en: 'Departed inward office of exchange',
      zh: '离开进口互换局',
      after: 'IN_TRANSIT',
      rank: 490,
      place: true,
    },
    SECURITY_HELD: {
      en: 'Security hold or prohibited item',
      zh: '安检扣留',
      after: 'HELD',
      rank: 500,
    },
    QUARANTINE_HELD: { en: 'Quarantine', zh: '检疫', after: 'HELD', rank: 505 },
    ARRIVED_DEST_CITY: {
      en: 'Arrived in destination city',
      zh: '到达派件城市',
      after: 'AT_DESTINATION',
      rank: 600,
      place: true,
    },
    ARRIVED_DELIVERY_BRANCH: {
      en: 'Arrived at delivery branch',
      zh: '到达派件网点',
      after: 'AT_DESTINATION',
      rank: 610,
      place: true,
    },
    HELD_AT_BRANCH: { en: 'Held at branch', zh: '网点滞留', after: 'HELD', rank: 620 },
    FORWARDED_ADDRESS: {
      en: 'Redirected to a new address',
      zh: '转寄',
      after: 'FORWARDED',
      rank: 630,
    },
    FORWARDED_CARRIER: {
      en: 'Handed to another courier',
      zh: '转投',
      after: 'FORWARDED',
      rank: 635,
    },
    INTERCEPT_ACCEPTED: {
      en: 'Interception succeeded',
      zh: '拦截成功',
      after: 'INTERCEPTED',
      rank: 640,
    },
    INTERCEPT_FAILED: { en: 'Interception failed', zh: '拦截失败', rank: 645 },
    OUT_FOR_DELIVERY: {
      en: 'Out for delivery',
      zh: '派件中',
      after: 'OUT_FOR_DELIVERY',
      rank: 700,
    },
    DELIVERER_CHANGED: {
      en: 'Handed to another deliverer',
      zh: '派件交接',
      after: 'OUT_FOR_DELIVERY',
      rank: 705,
    },
    DEPOSITED_LOCKER: {
      en: 'Deposited in a locker',
      zh: '已放入快件箱',
      after: 'AWAITING_COLLECTION',
      rank: 720,
      place: true,
    },
    DEPOSITED_STATION: {
      en: 'Stored at a service point',
      zh: '驿站代收',
      after: 'AWAITING_COLLECTION',
      rank: 725,
      place: true,
    },
    COLLECTION_NOTIFIED: {
      en: 'Collection code sent',
      zh: '已通知取件',
      after: 'AWAITING_COLLECTION',
      rank: 730,
    },
    COLLECTION_OVERDUE: { en: 'Not collected in time', zh: '超时未取', rank: 735, flag: 'overdue' },
    REMOVED_BY_COURIER: {
      en: 'Taken out by the courier',
      zh: '快递员取出',
      after: 'OUT_FOR_DELIVERY',
      rank: 740,
    },
    DELIVERY_ATTEMPT_FAILED: {
      en: 'Delivery attempt failed',
      zh: '派送失败',
      after: 'DELIVERY_FAILED',
      rank: 750,
      reason: true,
    },
    UNREACHABLE: {
      en: 'Consignee unreachable',
      zh: '无法联系',
      after: 'DELIVERY_FAILED',
      rank: 755,
    },
    OUT_OF_AREA: { en: 'Out of the service area', zh: '超区', after: 'DELIVERY_FAILED', rank: 760 },
    REFUSED: { en: 'Refused by the consignee', zh: '拒收', after: 'DELIVERY_FAILED', rank: 765 },
    DELIVERY_OVERDUE: { en: 'Not signed in time', zh: '超时未签收', rank: 770, flag: 'overdue' },
    TRACE_STALE: { en: 'No update in time', zh: '超时未更新', rank: 775, flag: 'stale' },
    DAMAGED: { en: 'Damage found', zh: '破损', after: 'HELD', rank: 780 },
    LOST: { en: 'Declared lost', zh: '遗失', after: 'LOST', rank: 790 },
    FOUND: { en: 'Found again', zh: '已找回', after: 'IN_TRANSIT', rank: 795, onlyFrom: 'LOST' },
    RETURN_STARTED: { en: 'Return to sender started', zh: '退回中', after: 'RETURNING', rank: 800 },
    COD_COLLECTED: { en: 'Cash on delivery collected', zh: '货款已收', rank: 890 },
    DELIVERED: {
      en: 'Delivered, signed by the consignee',
      zh: '本人签收',
      after: 'DELIVERED',
      rank: 900,
    },
    DELIVERED_AGENT: {
      en: 'Signed by an agent or neighbour',
      zh: '代签',
      after: 'DELIVERED',
      rank: 905,
    },
    COLLECTED_BY_CONSIGNEE: {
      en: 'Collected at locker or service point',
      zh: '取件签收',
      after: 'DELIVERED',
      rank: 910,
    },
    DELIVERED_AFTER_EXCEPTION: {
      en: 'Delivered after an exception',
      zh: '异常后签收',
      after: 'DELIVERED',
      rank: 915,
    },
    RETURN_DELIVERED: {
      en: 'Return signed by the sender',
      zh: '退签',
      after: 'RETURNED',
      rank: 920,
    },
    DESTROYED: { en: 'Destroyed', zh: '已销毁', after: 'DESTROYED', rank: 930 },
    CANCELLED: { en: 'Shipment cancelled', zh: '已销单', after: 'CANCELLED', rank: 940 },
    INFO: { en: 'Information only', zh: '信息记录', rank: 999 },
  } satisfies Record<string, EventCodeEntry>,
});
export type EventCode = Static<typeof EventCode>;

const ENTRIES: Readonly<Record<string, EventCodeEntry>> = codesOf(EventCode);

/** The entry of a code; nothing for a code that this version of the list lacks. */
export const eventCodeEntry = (code: string): EventCodeEntry | undefined =>
  Object.hasOwn(ENTRIES, code) ? ENTRIES[code] : undefined;
