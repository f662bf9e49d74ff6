import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ListOf, Optional, Ref, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { EventCode } from './event-codes.ts';
import { ParcelProof } from './parcel-proof.ts';
import { TrackingSubscription } from './tracking-subscription.ts';

/** Asks for the events of one parcel. */
export const TrackingSubscriptionRequest = Closed(
  'TrackingSubscriptionRequest',
  { en: 'Request for a tracking subscription', zh: '轨迹订阅请求' },
  {
    en: 'Asks for the events of one parcel. The platform of the order needs none: it gets them anyway.',
    zh: '请求一件包裹的事件。订单所属平台无需订阅即可收到。',
  },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    proof: Optional(Ref(ParcelProof)),
    eventCodes: Optional(
      ListOf(
        Ref(EventCode),
        0,
        80,
        words(
          { en: 'Event codes', zh: '事件代码' },
          { en: 'The codes that are wanted; absent means all.', zh: '所需代码；缺省表示全部。' },
        ),
      ),
    ),
    expiresAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Expires at', zh: '到期时刻' },
          { en: 'At most 90 days ahead.', zh: '至多 90 日之后。' },
        ),
      ),
    ),
  },
);
export type TrackingSubscriptionRequest = Static<typeof TrackingSubscriptionRequest>;

const asked = { carrierCode: 'ZZ', waybillNo: 'ZZ010000000016' } as const;

/** Subscribes to the events of one parcel. */
export const createTrackingSubscription = defineOperation({
  name: 'create-tracking-subscription',
  since: '1.0',
  title: { en: 'Subscribe to a parcel', zh: '订阅包裹轨迹' },
  servedBy: ['courier', 'hub'],
  calledBy: ['platform', 'hub'],
  method: 'POST',
  path: '/v1/tracking-subscriptions',
  request: TrackingSubscriptionRequest,
  answer: { status: 201, body: TrackingSubscription },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'everything about a parcel': asked,
        'two codes until the end of the year': {
          ...asked,
          proof: { orderNo: 'PO20261122001' },
          eventCodes: ['OUT_FOR_DELIVERY', 'DELIVERED'],
          expiresAt: '2026-12-31T23:59:59+08:00',
        },
      },
      invalid: {
        'waybill is missing': {
          value: { carrierCode: 'ZZ' },
          breaks: { pointer: '', rule: 'required' },
        },
        'phone digits as proof': {
          value: { ...asked, proof: { phoneTail: '0001' } },
          breaks: { pointer: '/proof', rule: 'additionalProperties' },
        },
        'code of no list': {
          value: { ...asked, eventCodes: ['SIGNED'] },
          breaks: { pointer: '/eventCodes/0', rule: 'enum' },
        },
      },
    },
  },
});
