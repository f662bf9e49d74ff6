import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { WaybillStatus } from './waybill-codes.ts';

/** Thin: who needs more reads the waybill. */
export const WaybillStatusChange = Resource(
  'WaybillStatusChange',
  { en: 'Change of the status of a waybill', zh: '运单状态变化' },
  { en: 'One step of a waybill in its lifecycle.', zh: '运单生命周期中的一次变化。' },
  {
    waybillNo: Ref(WaybillNo),
    carrierCode: Ref(CarrierCode),
    orderNo: Ref(OrderNo),
    packageId: Ref(PackageId),
    fromStatus: Optional(
      Ref(
        WaybillStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      WaybillStatus,
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
  },
);
export type WaybillStatusChange = Static<typeof WaybillStatusChange>;

const bound: WaybillStatusChange = {
  waybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  orderNo: 'SO-20261111-0001',
  packageId: 'P1',
  toStatus: 'BOUND',
  revision: 1,
  occurredAt: '2026-11-11T10:00:00+08:00',
};
const { revision: _, ...withoutRevision } = bound;

export const waybillStatusChanged = defineEvent({
  type: 'org.openwaybill.waybill.status.changed',
  since: '1.0',
  title: { en: 'Status of a waybill changed', zh: '运单状态已变化' },
  from: ['courier'],
  to: ['platform'],
  data: WaybillStatusChange,
  subject: 'waybillNo',
  lifecycle: 'waybill',
  requirements: [],
  examples: {
    valid: {
      'a new waybill': bound,
      'its label goes out': {
        ...bound,
        fromStatus: 'BOUND',
        toStatus: 'LABELLED',
        revision: 2,
      },
    },
    invalid: {
      'no revision': { value: withoutRevision, breaks: { pointer: '', rule: 'required' } },
      'an unknown status': {
        value: { ...bound, toStatus: 'PRINTED' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
