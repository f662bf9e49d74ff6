import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { HandoverRelation } from '../vocabulary/handover-relation-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Leg } from '../vocabulary/leg-codes.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Stage } from '../vocabulary/stage-codes.ts';
import { TimeWindow } from '../vocabulary/time-window.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { parcelAtBranch } from './_examples.ts';
import { ParcelStatus } from './parcel-status-codes.ts';
import { TrackingEvent } from './tracking-event.ts';

const counted = privacy('business', 'measure');

/** Computed, so that it has neither `createdAt` nor `updatedAt`. */
export const Parcel = Resource(
  'Parcel',
  { en: 'Parcel', zh: '包裹' },
  {
    en: 'Where a parcel stands: the fold of its events.',
    zh: '包裹所处状态：其事件的折叠结果。',
  },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    orderNo: Optional(
      Ref(
        OrderNo,
        words(
          { en: 'Order number', zh: '订单号' },
          { en: 'Shown only to the platform of the order.', zh: '仅向该订单的平台显示。' },
        ),
      ),
    ),
    status: Ref(ParcelStatus),
    leg: Ref(Leg),
    sinceAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Since', zh: '状态起始时刻' },
          {
            en: 'When the status became this one: occurredAt of the accepted event, or, for CREATED without such an event, createdAt of the waybill. Absent for UNKNOWN.',
            zh: '进入该状态的时刻：取被采纳事件的发生时刻；无此类事件的已下单状态取运单创建时刻。无信息时无此项。',
          },
        ),
      ),
    ),
    terminal: Flag(
      { en: 'Terminal', zh: '终态' },
      {
        en: 'Only a correction changes the status any more; for LOST from 30 days after sinceAt on.',
        zh: '此后仅更正可改变状态；遗失自状态起始满 30 日起为终态。',
      },
    ),
    gap: Flag({ en: 'Gap', zh: '缺口' }, { en: 'A milestone was skipped.', zh: '有节点被跳过。' }),
    stale: Flag(
      { en: 'Stale', zh: '超时未更新' },
      {
        en: 'No update in time since the status last changed.',
        zh: '状态变化后超时未更新。',
      },
    ),
    overdue: Flag(
      { en: 'Overdue', zh: '超时未签收或未取' },
      {
        en: 'Not signed or not collected in time since the status last changed.',
        zh: '状态变化后超时未签收或未取件。',
      },
    ),
    anomalyCount: Whole(
      0,
      100_000,
      { en: 'Anomalies', zh: '异常数' },
      { en: 'Stored events that are shown as anomalies.', zh: '显示为异常的已存事件数。' },
      counted,
    ),
    eventCount: Whole(
      0,
      100_000,
      { en: 'Events', zh: '事件数' },
      {
        en: 'All stored events: duplicates, withdrawn ones and corrections too.',
        zh: '全部已存事件数，含重复、已撤回与更正事件。',
      },
      counted,
    ),
    lastEvent: Optional(
      Ref(
        TrackingEvent,
        words(
          { en: 'Last event', zh: '最近事件' },
          {
            en: 'The last event that takes part in the fold.',
            zh: '参与折叠的最后一个事件。',
          },
        ),
      ),
    ),
    inferredMilestones: Optional(
      ListOf(
        Ref(ParcelStatus),
        0,
        8,
        words(
          { en: 'Inferred milestones', zh: '推定节点' },
          {
            en: 'Statuses skipped along the main path, in its order. No event stands for them.',
            zh: '主路径上被跳过的状态，按路径顺序；并无事件与之相当。',
          },
        ),
      ),
    ),
    expectedDelivery: Optional(
      Ref(
        TimeWindow,
        words(
          { en: 'Expected delivery', zh: '预计送达' },
          { en: 'When the courier expects to deliver.', zh: '快递企业预计送达的时段。' },
        ),
      ),
    ),
    stage: Ref(Stage),
    relatedWaybills: Optional(
      ListOf(
        Part({
          carrierCode: Ref(CarrierCode),
          waybillNo: Ref(WaybillNo),
          relation: Ref(HandoverRelation),
        }),
        0,
        20,
        words(
          { en: 'Related waybills', zh: '关联运单' },
          {
            en: 'Waybills that carry the same goods on, and of a return the waybill of their delivery.',
            zh: '接续承运同一物品的运单；退货则为其交付时的运单。',
          },
        ),
      ),
    ),
    revision: Ref(
      Revision,
      words(
        { en: 'Revision', zh: '版本号' },
        {
          en: '1 when the waybill is bound; greater after every stored event and every other change of these members.',
          zh: '运单绑定时为 1；每存一个事件或其他成员变化后增大。',
        },
      ),
    ),
  },
);
export type Parcel = Static<typeof Parcel>;

const { sinceAt, lastEvent, expectedDelivery, ...unseen } = parcelAtBranch;
const { gap, ...unsure } = parcelAtBranch;

/** The fold of a parcel, with its examples. */
export const parcelMessage = defineMessage({
  schema: Parcel,
  requirements: [],
  examples: {
    valid: {
      'at the delivery branch': parcelAtBranch,
      'nothing known yet': {
        ...unseen,
        status: 'UNKNOWN',
        eventCount: 0,
        stage: 'ORDERED',
        revision: 1,
      },
      'delivered after skipped scans, handed over on the way': {
        ...parcelAtBranch,
        status: 'DELIVERED',
        sinceAt: '2026-11-24T15:02:00+08:00',
        terminal: true,
        gap: true,
        inferredMilestones: ['IN_TRANSIT', 'AT_DESTINATION'],
        stage: 'DELIVERED',
        relatedWaybills: [
          { carrierCode: 'OTHER', waybillNo: 'LM0000000042', relation: 'LAST_MILE' },
        ],
      },
    },
    invalid: {
      'gap is missing': { value: unsure, breaks: { pointer: '', rule: 'required' } },
      'status has no instant': {
        value: { ...unseen, status: 'IN_TRANSIT' },
        breaks: { pointer: '', rule: 'DSC-021' },
      },
      'status is an event code': {
        value: { ...parcelAtBranch, status: 'ARRIVED_HUB' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'computed resource has no creation': {
        value: { ...parcelAtBranch, createdAt: '2026-11-22T09:00:00+08:00' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
