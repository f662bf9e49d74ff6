import type { Static } from '@sinclair/typebox';
import { defineMessage, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { CurrencyCode } from '../vocabulary/currency-code.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { statement } from './_examples.ts';
import { StatementStatus } from './settlement-codes.ts';

/** What a statement is named by, in itself and wherever it is referred to. */
export const statementId = Ref(
  Uuid,
  words(
    { en: 'Statement id', zh: '账单标识' },
    { en: 'Names the statement at the courier.', zh: '在快递企业标识该账单。' },
  ),
);

/** What a statement is about and comes to, the same in the event that announces it. */
export const statementHead = {
  statementId,
  period: Ref(
    DatePeriod,
    words(
      { en: 'Period', zh: '账期' },
      { en: 'Days whose waybills it charges.', zh: '所结运单的日期范围。' },
    ),
  ),
  currency: Ref(
    CurrencyCode,
    words(
      { en: 'Currency', zh: '币种' },
      { en: 'Of the total and of every line.', zh: '总额及各明细的币种。' },
    ),
  ),
  totalMinor: Whole(
    -Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER,
    { en: 'Total', zh: '总额' },
    {
      en: 'Sum of the amounts of the lines, in minor units.',
      zh: '各明细金额之和，以最小货币单位计。',
    },
    privacy('business', 'money'),
  ),
  lineCount: Whole(
    0,
    100_000_000,
    { en: 'Lines', zh: '明细条数' },
    { en: 'How many lines it has.', zh: '明细的条数。' },
  ),
};

/** The lines are read page by page and are no member of it. */
export const Statement = Resource(
  'Statement',
  { en: 'Statement', zh: '账单' },
  {
    en: 'What is owed for a period; its lines are read by listStatementLines.',
    zh: '某账期的应付费用；明细由 listStatementLines 读取。',
  },
  { ...statementHead, status: Ref(StatementStatus), ...storedMembers },
);
export type Statement = Static<typeof Statement>;

const { totalMinor: _, ...withoutTotal } = statement;

export const statementMessage = defineMessage({
  schema: Statement,
  requirements: [
    {
      id: 'STL-001',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'The lines of a statement sum to its total.',
        zh: '账单明细之和等于总额。',
      },
      wire: 'walk pages',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a month': statement,
      'a month with a credit above its charges': { ...statement, totalMinor: -1200, lineCount: 2 },
      'a month without a waybill': { ...statement, totalMinor: 0, lineCount: 0 },
    },
    invalid: {
      'total is missing': { value: withoutTotal, breaks: { pointer: '', rule: 'required' } },
      'a total in yuan': {
        value: { ...statement, totalMinor: 8.5 },
        breaks: { pointer: '/totalMinor', rule: 'type' },
      },
      'a period that ends before it begins': {
        value: { ...statement, period: { fromOn: '2026-11-30', toOn: '2026-11-01' } },
        breaks: { pointer: '/period/toOn', rule: 'date-order' },
      },
      'lines inside': {
        value: { ...statement, lines: [] },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
