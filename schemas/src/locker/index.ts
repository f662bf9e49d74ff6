import { defineModule } from '../define/index.ts';

export const lockerModule = defineModule({
  name: 'locker',
  chapter: 10,
  prefix: 'LCK',
  title: { en: 'Intelligent lockers', zh: '智能快件箱' },
  description: {
    en: 'Reservation, deposit, notice and collection of parcels in lockers, with consent and without fees in the free period.',
    zh: '快件箱的预留、投放、通知与取件；须经同意，免费期内不收费。',
  },
  conformanceClass: 'locker',
  clauses: ['SC-2', 'DL-S2', 'SC-11', 'DL-14', 'DL-15'],
});

export * from './cancel-reservation.ts';
export * from './cell-no.ts';
export * from './cell-reservation.ts';
export * from './deliver-pickup-code.ts';
export * from './deposit-collected.ts';
export * from './deposit-notified.ts';
export * from './deposit-overdue.ts';
export * from './deposit-recorded.ts';
export * from './deposit-removed.ts';
export * from './deposit-tracking.ts';
export * from './extend-deposit.ts';
export * from './fault-reported.ts';
export * from './get-deposit.ts';
export * from './get-deposit-fee.ts';
export * from './get-locker.ts';
export * from './get-reservation.ts';
export * from './list-lockers.ts';
export * from './locker.ts';
export * from './locker-codes.ts';
export * from './locker-deposit.ts';
export * from './locker-deposit-lifecycle.ts';
export * from './locker-id.ts';
export * from './locker-requirements.ts';
export * from './put-locker.ts';
export * from './remind-deposit.ts';
export * from './remove-deposit.ts';
export * from './reserve-cell.ts';
