import type { Static } from '@sinclair/typebox';
import { defineMessage, ListOf, Optional, Part, Ref, Resource, words } from '../define/index.ts';
import { CarrierOrderNo } from '../vocabulary/carrier-order-no.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderDecision } from '../vocabulary/order-decision-codes.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { RejectReason } from '../vocabulary/reject-reason-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Warnings } from '../vocabulary/warnings.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { Attempt } from '../waybill/attempt.ts';
import { pendingOrder, teaOrder } from './_examples.ts';
import { OrderStatus } from './order-codes.ts';
import { OrderSubmission } from './order-submission.ts';

/** A remark goes one way. */
const { remark: _neverReturned, ...submitted } = OrderSubmission.properties;

/** What was submitted, without the remark, and what the courier made of it. */
export const Order = Resource(
  'Order',
  { en: 'Order', zh: '订单' },
  {
    en: 'An order as the courier keeps it: what was submitted, without the remark, and its progress.',
    zh: '快递企业保存的订单：提交内容（不含备注）及其进展。',
  },
  {
    ...submitted,
    carrierOrderNo: Optional(Ref(CarrierOrderNo)),
    status: Ref(OrderStatus),
    decision: Ref(OrderDecision),
    rejectReason: Optional(Ref(RejectReason)),
    estimatedPickupByAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Estimated pickup', zh: '预计揽收时间' },
          { en: 'When the last package will have been picked up.', zh: '预计全部揽收完成的时刻。' },
        ),
      ),
    ),
    estimatedDeliveryByAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Estimated delivery', zh: '预计送达时间' },
          {
            en: 'When the last package will have been delivered.',
            zh: '预计全部送达的时刻。',
          },
        ),
      ),
    ),
    waybills: ListOf(
      Part(
        { packageId: Ref(PackageId), attempt: Ref(Attempt), waybillNo: Ref(WaybillNo) },
        words(
          { en: 'Waybill of a package', zh: '包裹运单' },
          { en: 'A package and the number bound to it.', zh: '包裹及其绑定的单号。' },
        ),
      ),
      0,
      100,
      words(
        { en: 'Waybills', zh: '运单' },
        { en: 'Numbers bound to the packages.', zh: '各包裹绑定的单号。' },
      ),
    ),
    warnings: Optional(Ref(Warnings)),
    ...storedMembers,
  },
);
export type Order = Static<typeof Order>;

const { waybills: _, ...withoutWaybills } = teaOrder;

export const order = defineMessage({
  schema: Order,
  requirements: [
    {
      id: 'ORD-010',
      level: 'MUST NOT',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'remark is not returned by any read and not printed.',
        zh: '备注不得在任何读取中返回，也不得打印。',
      },
      wire: 'sentinel in remark; scan of all answers and labels',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'accepted, no waybill yet': teaOrder,
      'bound to a waybill': {
        ...teaOrder,
        status: 'ALLOCATED',
        estimatedDeliveryByAt: '2026-11-13T20:00:00+08:00',
        waybills: [{ packageId: 'P1', attempt: 1, waybillNo: 'ZZ010000000016' }],
        revision: 3,
        updatedAt: '2026-11-11T10:00:00+08:00',
      },
      'rejected: out of area': {
        ...pendingOrder,
        status: 'REJECTED',
        decision: 'REJECTED',
        rejectReason: 'OUT_OF_AREA',
        revision: 2,
      },
      'not decided yet': pendingOrder,
    },
    invalid: {
      'the remark comes back': {
        value: { ...teaOrder, remark: '易碎，请轻放' },
        breaks: { pointer: '', rule: 'additionalProperties', requirement: 'ORD-010' },
      },
      'an unknown status': {
        value: { ...teaOrder, status: 'OPEN' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'rejected without a reason': {
        value: { ...pendingOrder, status: 'REJECTED', decision: 'REJECTED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      "accepted without the courier's number": {
        value: { ...pendingOrder, status: 'ACCEPTED', decision: 'ACCEPTED' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'no list of waybills': {
        value: withoutWaybills,
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
