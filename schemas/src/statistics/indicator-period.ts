import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, privacy, Ref, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { PeriodKind } from './statistics-codes.ts';

/** Fixed periods only: two ranges that overlap tell what stands between them. */
export const IndicatorPeriod = Closed(
  'IndicatorPeriod',
  { en: 'Declared period', zh: '申报期间' },
  {
    en: 'A whole day, month or year by the calendar of Asia/Shanghai, with its first and last day.',
    zh: '北京时间日历的整日、整月或整年，给出首日与末日。',
  },
  {
    kind: Ref(PeriodKind, privacy('public', 'code')),
    fromOn: Ref(CivilDate, {
      ...words({ en: 'From', zh: '起' }, { en: 'First day.', zh: '首日。' }),
      ...privacy('public', 'instant'),
    }),
    toOn: Ref(CivilDate, {
      ...words({ en: 'To', zh: '止' }, { en: 'Last day.', zh: '末日。' }),
      ...privacy('public', 'instant'),
    }),
  },
);
export type IndicatorPeriod = Static<typeof IndicatorPeriod>;

export const indicatorPeriod = defineMessage({
  schema: IndicatorPeriod,
  requirements: [
    {
      id: 'STA-003',
      level: 'MUST',
      roles: ['regulator', 'hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Ranges that are not declared periods are refused.',
        zh: '非申报期间的查询须拒绝。',
      },
      wire: 'overlap query',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a day': { kind: 'DAY', fromOn: '2026-11-11', toOn: '2026-11-11' },
      'a February of a leap year': { kind: 'MONTH', fromOn: '2028-02-01', toOn: '2028-02-29' },
      'a year': { kind: 'YEAR', fromOn: '2020-01-01', toOn: '2020-12-31' },
    },
    invalid: {
      'a month without its last day': {
        value: { kind: 'MONTH', fromOn: '2026-11-01', toOn: '2026-11-29' },
        breaks: { pointer: '/toOn', rule: 'STA-003', requirement: 'STA-003' },
      },
      'a year that begins in February': {
        value: { kind: 'YEAR', fromOn: '2026-02-01', toOn: '2026-12-31' },
        breaks: { pointer: '/fromOn', rule: 'STA-003', requirement: 'STA-003' },
      },
      'a week': {
        value: { kind: 'WEEK', fromOn: '2026-11-09', toOn: '2026-11-15' },
        breaks: { pointer: '/kind', rule: 'enum' },
      },
    },
  },
});
