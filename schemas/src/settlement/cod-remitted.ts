import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Money } from '../vocabulary/money.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { remitBatchId, remittedAt } from './cash-on-delivery.ts';

/** A hundred, because an event has at most 20000 bytes; more is remitted in several batches. */
export const CodRemittance = Resource(
  'CodRemittance',
  { en: 'Remittance of cash', zh: '代收货款汇付' },
  { en: 'Cash of several waybills was remitted in one sum.', zh: '多个运单的货款已合并汇付。' },
  {
    remitBatchId,
    items: ListOf(
      Part({
        waybillNo: Ref(WaybillNo),
        amount: Ref(
          Money,
          words(
            { en: 'Amount', zh: '金额' },
            { en: 'Remitted for this waybill.', zh: '该运单的汇付额。' },
          ),
        ),
      }),
      1,
      100,
      words(
        { en: 'Waybills', zh: '运单' },
        { en: 'Each once, in this batch and in all.', zh: '每单仅列一次，各批次之间亦不重复。' },
      ),
    ),
    remittedAt,
    totalMinor: Whole(
      1,
      Number.MAX_SAFE_INTEGER,
      { en: 'Total', zh: '总额' },
      { en: 'Sum of the items, in minor units.', zh: '各项之和，以最小货币单位计。' },
      privacy('business', 'money'),
    ),
  },
);
export type CodRemittance = Static<typeof CodRemittance>;

const [first, second] = [
  { waybillNo: 'ZZ010000000016', amount: { currency: 'CNY', minor: 19_900 } },
  { waybillNo: 'ZZ010000000024', amount: { currency: 'CNY', minor: 5000 } },
] as const;
const remittance: CodRemittance = {
  remitBatchId: '0193a5c0-7d4e-7a11-8c00-0000000000e4',
  items: [first, second],
  remittedAt: '2026-11-15T10:00:00+08:00',
  totalMinor: 24_900,
};
const { remittedAt: _, ...withoutTime } = remittance;

/** Sent once a batch. */
export const codRemitted = defineEvent({
  type: 'org.openwaybill.settlement.cod.remitted',
  since: '1.0',
  title: { en: 'Cash on delivery remitted', zh: '代收货款已汇付' },
  from: ['courier'],
  to: ['platform', 'merchant'],
  data: CodRemittance,
  subject: 'remitBatchId',
  requirements: [
    {
      id: 'STL-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'A waybill is remitted at most once, and not more than was collected.',
        zh: '每单至多汇付一次且不超过收款额。',
      },
      wire: 'batches',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'two waybills': remittance },
    invalid: {
      'when is missing': { value: withoutTime, breaks: { pointer: '', rule: 'required' } },
      'a waybill twice': {
        value: { ...remittance, items: [first, first], totalMinor: 39_800 },
        breaks: { pointer: '/items/1/waybillNo', rule: 'STL-002', requirement: 'STL-002' },
      },
      'a total off by one minor unit': {
        value: { ...remittance, totalMinor: 24_901 },
        breaks: { pointer: '/totalMinor', rule: 'DSC-022', requirement: 'DSC-022' },
      },
      'two currencies': {
        value: {
          ...remittance,
          items: [first, { ...second, amount: { currency: 'USD', minor: 5000 } }],
        },
        breaks: { pointer: '/items/1/amount', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
