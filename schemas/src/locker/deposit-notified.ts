import type { Static } from '@sinclair/typebox';
import { defineEvent } from '../define/index.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';

/** That a code exists is no secret; the code is. */
export const LockerDepositNotified = DepositEvent(
  'LockerDepositNotified',
  { en: 'Notice to the consignee', zh: '取件通知已发' },
  { en: 'That the code was sent, not the code.', zh: '取件码已发出，不含取件码。' },
  {},
);
export type LockerDepositNotified = Static<typeof LockerDepositNotified>;

export const depositNotified = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.deposit.notified',
  title: { en: 'The consignee was notified', zh: '已通知收件人' },
  data: LockerDepositNotified,
  states: ['NOTIFIED'],
  requirements: [],
  examples: {
    valid: { 'the code was sent': depositEvent },
    invalid: faultsOf({}),
  },
});
