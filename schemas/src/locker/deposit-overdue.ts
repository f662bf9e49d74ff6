import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';
import { LockerDeposit } from './locker-deposit.ts';

/** A fee may begin now, and not before. */
export const LockerDepositOverdue = DepositEvent(
  'LockerDepositOverdue',
  { en: 'Overdue deposit', zh: '超期的投放' },
  { en: 'Since when free storage is over.', zh: '免费保管期满的时刻。' },
  {
    overdueSinceAt: Ref(
      Instant,
      words(
        { en: 'Overdue since', zh: '超期自' },
        { en: 'When free storage ended.', zh: '免费保管期满的时刻。' },
      ),
    ),
    remindCount: LockerDeposit.properties.remindCount,
  },
);
export type LockerDepositOverdue = Static<typeof LockerDepositOverdue>;

const overdue = { overdueSinceAt: '2026-11-12T11:00:00+08:00', remindCount: 0 };

export const depositOverdue = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.deposit.overdue',
  title: { en: 'A parcel was not collected in time', zh: '快件超期未取' },
  data: LockerDepositOverdue,
  states: ['OVERDUE'],
  requirements: [],
  examples: {
    valid: { 'a day later': { ...depositEvent, ...overdue } },
    invalid: faultsOf(overdue),
  },
});
