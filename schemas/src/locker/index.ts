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
