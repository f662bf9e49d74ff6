import type { Static } from '@sinclair/typebox';
import { defineEvent } from '../define/index.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';

/** Also sent when a parcel is found still inside after a fault. */
export const LockerDepositRecorded = DepositEvent(
  'LockerDepositRecorded',
  { en: 'Recorded deposit', zh: '已记录的投放' },
  { en: 'That a parcel is in a cell.', zh: '快件已入格口。' },
  {},
);
export type LockerDepositRecorded = Static<typeof LockerDepositRecorded>;

export const depositRecorded = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.deposit.recorded',
  title: { en: 'A parcel was deposited', zh: '快件已投放' },
  data: LockerDepositRecorded,
  states: ['DEPOSITED'],
  requirements: [
    {
      id: 'LCK-006',
      level: 'MUST',
      roles: ['locker'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'Every deposit change emits the tracking event too.',
        zh: '投放变化须同时发出轨迹事件。',
      },
      wire: 'pair events',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'a parcel is in': depositEvent },
    invalid: faultsOf({}),
  },
});
