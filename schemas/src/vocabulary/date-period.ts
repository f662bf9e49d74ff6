import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { CivilDate } from './civil-date.ts';

/** Both days belong to it. That it ends not before it begins is left to the rule layer. */
export const DatePeriod = Closed(
  'DatePeriod',
  { en: 'Period', zh: '期间' },
  { en: 'From one day to another, both included.', zh: '自一日至另一日，含首尾。' },
  {
    fromOn: Ref(CivilDate, words({ en: 'From', zh: '起' }, { en: 'First day.', zh: '首日。' })),
    toOn: Ref(CivilDate, words({ en: 'To', zh: '止' }, { en: 'Last day.', zh: '末日。' })),
  },
);
export type DatePeriod = Static<typeof DatePeriod>;

export const datePeriodMessage = defineMessage({
  schema: DatePeriod,
  requirements: [],
  examples: {
    valid: { 'a month': { fromOn: '2026-11-01', toOn: '2026-11-30' } },
    invalid: {
      'an end before the begin': {
        value: { fromOn: '2026-11-30', toOn: '2026-11-01' },
        breaks: { pointer: '/toOn', rule: 'date-order' },
      },
      'no such day': {
        value: { fromOn: '2026-02-01', toOn: '2026-02-30' },
        breaks: { pointer: '/toOn', rule: 'format' },
      },
    },
  },
});
