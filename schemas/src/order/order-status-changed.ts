import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { Revision } from '../vocabulary/revision.ts';
import { OrderCause, OrderStatus } from './order-codes.ts';

/** Thin: who needs more reads the order. */
export const OrderStatusChange = Resource(
  'OrderStatusChange',
  { en: 'Change of the status of an order', zh: '订单状态变化' },
  { en: 'One step of an order in its lifecycle.', zh: '订单生命周期中的一次变化。' },
  {
    orderNo: Ref(OrderNo),
    fromStatus: Optional(
      Ref(
        OrderStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      OrderStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the status changed.', zh: '状态变化的时刻。' },
      ),
    ),
    cause: Optional(Ref(OrderCause)),
  },
);
export type OrderStatusChange = Static<typeof OrderStatusChange>;

const accepted: OrderStatusChange = {
  orderNo: 'SO-20261111-0001',
  fromStatus: 'SUBMITTED',
  toStatus: 'ACCEPTED',
  revision: 2,
  occurredAt: '2026-11-11T09:30:06+08:00',
  cause: 'DECISION',
};
const { toStatus: _, ...withoutNewStatus } = accepted;

export const orderStatusChanged = defineEvent({
  type: 'org.openwaybill.order.status.changed',
  since: '1.0',
  title: { en: 'Status of an order changed', zh: '订单状态已变化' },
  description: {
    en: 'Creation is a change too: an order accepted at once sends two events.',
    zh: '创建也是一次状态变化：即时受理的订单发出两个事件。',
  },
  from: ['courier'],
  to: ['platform'],
  data: OrderStatusChange,
  subject: 'orderNo',
  lifecycle: 'order',
  requirements: [
    {
      id: 'ORD-007',
      level: 'MUST',
      roles: ['courier'],
      position: 'sender',
      tier: 'W',
      text: {
        en: 'Every status change raises revision by one and emits exactly one order.status.changed with the new revision.',
        zh: '每次状态变化使版本号加一，并发出且仅发出一个携带新版本号的事件。',
      },
      wire: 'event log against getOrder',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a new order': {
        orderNo: 'SO-20261111-0001',
        toStatus: 'SUBMITTED',
        revision: 1,
        occurredAt: '2026-11-11T09:30:05+08:00',
      },
      'the courier accepts': accepted,
    },
    invalid: {
      'no new status': { value: withoutNewStatus, breaks: { pointer: '', rule: 'required' } },
      'a consignee in an event': {
        value: { ...accepted, consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'an unknown status': {
        value: { ...accepted, toStatus: 'OPEN' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
