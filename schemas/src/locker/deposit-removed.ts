import type { Static } from '@sinclair/typebox';
import { defineEvent } from '../define/index.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';

/** Why it was taken out is a matter of courier and locker. */
export const LockerDepositRemoved = DepositEvent(
  'LockerDepositRemoved',
  { en: 'Removed deposit', zh: '已取出的投放' },
  { en: 'That a parcel left its cell without being collected.', zh: '快件未经取件而离开格口。' },
  {},
);
export type LockerDepositRemoved = Static<typeof LockerDepositRemoved>;

export const depositRemoved = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.deposit.removed',
  title: { en: 'A parcel was taken out', zh: '快件已被取出' },
  data: LockerDepositRemoved,
  states: ['REMOVED'],
  requirements: [],
  examples: {
    valid: { 'taken out': depositEvent },
    invalid: faultsOf({}),
  },
});
