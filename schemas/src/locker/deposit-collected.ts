import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref } from '../define/index.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';
import { CollectedBy } from './locker-codes.ts';

/** A role and never a person. */
export const LockerDepositCollected = DepositEvent(
  'LockerDepositCollected',
  { en: 'Collected deposit', zh: '已取件的投放' },
  { en: 'Who opened the cell, by role.', zh: '开启格口者的身份。' },
  { collectedBy: Ref(CollectedBy) },
);
export type LockerDepositCollected = Static<typeof LockerDepositCollected>;

export const depositCollected = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.deposit.collected',
  title: { en: 'A parcel was collected', zh: '快件已取' },
  data: LockerDepositCollected,
  states: ['COLLECTED'],
  requirements: [],
  examples: {
    valid: { 'by the consignee': { ...depositEvent, collectedBy: 'CONSIGNEE' } },
    invalid: faultsOf({ collectedBy: 'CONSIGNEE' }),
  },
});
