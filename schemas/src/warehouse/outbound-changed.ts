import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { packedOutbound } from './_examples.ts';
import { OutboundOrder } from './outbound-order.ts';
import { packedPackages } from './packed-packages.ts';
import { OutboundOrderStatus } from './warehouse-codes.ts';

const { outboundNo, warehouseId, orderNo } = OutboundOrder.properties;

export const OutboundStatusChange = Resource(
  'OutboundStatusChange',
  { en: 'Change of an outbound order', zh: '出库单状态变化' },
  { en: 'One step of an outbound order, and its packages.', zh: '出库单的一次变化及其包裹。' },
  {
    outboundNo,
    warehouseId,
    orderNo,
    fromStatus: Optional(
      Ref(
        OutboundOrderStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      OutboundOrderStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    packages: packedPackages,
    revision: Ref(Revision),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the status changed.', zh: '状态变化的时刻。' },
      ),
    ),
  },
);
export type OutboundStatusChange = Static<typeof OutboundStatusChange>;

const packed: OutboundStatusChange = {
  outboundNo: packedOutbound.outboundNo,
  warehouseId: packedOutbound.warehouseId,
  orderNo: packedOutbound.orderNo,
  fromStatus: 'CHECKED',
  toStatus: 'PACKED',
  packages: packedOutbound.packages,
  revision: 4,
  occurredAt: '2026-11-11T11:20:00+08:00',
};
const { toStatus: _, ...withoutNewStatus } = packed;

export const outboundChanged = defineEvent({
  type: 'org.openwaybill.warehouse.outbound.changed',
  since: '1.0',
  title: { en: 'An outbound order changed', zh: '出库单已变化' },
  from: ['warehouse'],
  to: ['platform'],
  data: OutboundStatusChange,
  subject: 'outboundNo',
  lifecycle: 'outbound-order',
  requirements: [],
  examples: {
    valid: { 'packed and weighed': packed },
    invalid: {
      'no new status': { value: withoutNewStatus, breaks: { pointer: '', rule: 'required' } },
      'no packages': {
        value: { ...packed, packages: [] },
        breaks: { pointer: '/packages', rule: 'minItems' },
      },
    },
  },
});
