import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { notifiedDeposit } from './_examples.ts';
import { CellNo } from './cell-no.ts';
import { CollectedBy, DepositStatus } from './locker-codes.ts';
import { LockerId } from './locker-id.ts';

/** Knows nobody: neither the consignee nor the code that opens the cell. */
export const LockerDeposit = Resource(
  'LockerDeposit',
  { en: 'Locker deposit', zh: '快件箱投放' },
  { en: 'A parcel in a cell, from the closing of the door on.', zh: '格口中的快件，自关门起。' },
  {
    depositId: Ref(
      Uuid,
      words(
        { en: 'Deposit id', zh: '投放标识' },
        {
          en: 'Names the deposit; the id of its reservation.',
          zh: '标识该投放，与其预留标识相同。',
        },
      ),
    ),
    waybillNo: Ref(WaybillNo),
    carrierCode: Ref(CarrierCode),
    lockerId: Ref(LockerId),
    cellNo: Ref(CellNo),
    depositedAt: Ref(
      Instant,
      words(
        { en: 'Deposited at', zh: '投放时刻' },
        { en: 'When the door closed on the parcel.', zh: '快件入箱关门的时刻。' },
      ),
    ),
    freeUntilAt: Ref(
      Instant,
      words(
        { en: 'Free until', zh: '免费至' },
        {
          en: 'No fee is charged for time before it; an extension moves it.',
          zh: '此前的保管不收费；延期后相应推迟。',
        },
      ),
    ),
    status: Ref(DepositStatus),
    remindCount: Whole(
      0,
      1000,
      { en: 'Reminders', zh: '提醒次数' },
      { en: 'How often the consignee was reminded.', zh: '已提醒收件人的次数。' },
    ),
    overdueSinceAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Overdue since', zh: '超期自' },
          {
            en: 'When free storage ended with the parcel inside.',
            zh: '免费期满而仍未取件的时刻。',
          },
        ),
      ),
    ),
    lockedUntilAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Locked until', zh: '锁定至' },
          {
            en: 'No code is tried before it: five were wrong.',
            zh: '五次输错后，此前不受理取件码。',
          },
        ),
      ),
    ),
    collectedBy: Optional(Ref(CollectedBy)),
    photo: Optional(
      Ref(Attachment, {
        ...words(
          { en: 'Photo', zh: '照片' },
          { en: 'The parcel in its cell; only in reads.', zh: '格口内的快件；仅见于查询。' },
        ),
        ...privacy('sensitive', 'media.pod', { subject: 'consignee' }),
      }),
    ),
    ...storedMembers,
  },
);
export type LockerDeposit = Static<typeof LockerDeposit>;

export const lockerDeposit = defineMessage({
  schema: LockerDeposit,
  requirements: [],
  examples: {
    valid: {
      'with its code on the way': notifiedDeposit,
      'overdue, reminded once': {
        ...notifiedDeposit,
        status: 'OVERDUE',
        remindCount: 1,
        overdueSinceAt: '2026-11-12T11:00:00+08:00',
      },
      'collected by the consignee': {
        ...notifiedDeposit,
        status: 'COLLECTED',
        collectedBy: 'CONSIGNEE',
      },
    },
    invalid: {
      'a code beside it': {
        value: { ...notifiedDeposit, pickupCode: '483920' },
        breaks: { pointer: '', rule: 'additionalProperties', requirement: 'LCK-004' },
      },
      'free until before the deposit': {
        value: { ...notifiedDeposit, freeUntilAt: '2026-11-11T10:59:59+08:00' },
        breaks: { pointer: '/freeUntilAt', rule: 'DSC-021' },
      },
      'overdue since no instant': {
        value: { ...notifiedDeposit, status: 'OVERDUE' },
        breaks: { pointer: '', rule: 'DSC-021' },
      },
      'collected by nobody': {
        value: { ...notifiedDeposit, status: 'COLLECTED' },
        breaks: { pointer: '', rule: 'DSC-021' },
      },
    },
  },
});
