import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ReturnStatus } from './return-codes.ts';
import { RmaNo } from './rma-no.ts';

/** Thin: who needs more reads the return. */
export const ReturnStatusChange = Resource(
  'ReturnStatusChange',
  { en: 'Change of the status of a return', zh: '退货状态变化' },
  { en: 'One step of a return in its lifecycle.', zh: '退货生命周期中的一次变化。' },
  {
    rmaNo: Ref(RmaNo),
    originalWaybillNo: Ref(
      WaybillNo,
      words(
        { en: 'Original waybill', zh: '原运单号' },
        { en: 'Under which the goods were delivered.', zh: '商品交付时所用的运单号。' },
      ),
    ),
    returnWaybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Return waybill', zh: '退货运单号' },
          { en: 'Waybill of the way back.', zh: '退货所用运单。' },
        ),
      ),
    ),
    fromStatus: Optional(
      Ref(
        ReturnStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不给出。' },
        ),
      ),
    ),
    toStatus: Ref(
      ReturnStatus,
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
export type ReturnStatusChange = Static<typeof ReturnStatusChange>;

const authorised: ReturnStatusChange = {
  rmaNo: 'RMA-20261118-0001',
  originalWaybillNo: 'ZZ010000000016',
  returnWaybillNo: 'ZZ010000000024',
  toStatus: 'AUTHORISED',
  revision: 1,
  occurredAt: '2026-11-18T20:15:00+08:00',
};
const { rmaNo: _, ...withoutNumber } = authorised;

export const returnStatusChanged = defineEvent({
  type: 'org.openwaybill.returns.status.changed',
  since: '1.0',
  title: { en: 'Status of a return changed', zh: '退货状态已变化' },
  from: ['courier'],
  to: ['platform'],
  data: ReturnStatusChange,
  subject: 'rmaNo',
  lifecycle: 'return',
  states: ['AUTHORISED', 'PICKUP_SCHEDULED', 'DROPPED_OFF', 'IN_TRANSIT', 'RECEIVED', 'CANCELLED'],
  requirements: [],
  examples: {
    valid: {
      'a new return': authorised,
      'it is picked up': {
        ...authorised,
        fromStatus: 'PICKUP_SCHEDULED',
        toStatus: 'IN_TRANSIT',
        revision: 3,
        occurredAt: '2026-11-19T15:20:00+08:00',
      },
    },
    invalid: {
      'no number': { value: withoutNumber, breaks: { pointer: '', rule: 'required' } },
      'an unknown status': {
        value: { ...authorised, toStatus: 'ON_ITS_WAY' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
