import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Line, ListOf, privacy, Ref, words } from '../define/index.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { LookupKind } from './consignee-codes.ts';

export const ConsigneeLookup = Closed(
  'ConsigneeLookup',
  { en: 'Lookup of a consignee', zh: '收件人查找' },
  {
    en: "Searches the caller's own orders by a whole phone number or a whole name.",
    zh: '以完整电话或完整姓名查找调用方自有订单。',
  },
  {
    kind: Ref(LookupKind),
    value: Line(
      40,
      { en: 'Value', zh: '查找值' },
      {
        en: 'The whole phone number or the whole name; in the body only.',
        zh: '完整电话或完整姓名；仅可在报文体中。',
      },
      privacy('personal', 'phone.mobile', { subject: 'consignee' }),
    ),
    purpose: Ref(RevealPurpose),
  },
);
export type ConsigneeLookup = Static<typeof ConsigneeLookup>;

export const ConsigneeLookupResult = Closed(
  'ConsigneeLookupResult',
  { en: 'Result of a lookup', zh: '查找结果' },
  {
    en: "The caller's own orders of the last three months; none found and not yours are one answer.",
    zh: '调用方近三个月的自有订单；未找到与无权访问应答一致。',
  },
  {
    orderNos: ListOf(
      Ref(OrderNo),
      0,
      100,
      words({ en: 'Order numbers', zh: '订单号' }, { en: 'At most 100.', zh: '最多 100 个。' }),
    ),
  },
);
export type ConsigneeLookupResult = Static<typeof ConsigneeLookupResult>;

export const lookUpConsignee = defineOperation({
  name: 'look-up-consignee',
  since: '1.0',
  title: { en: 'Look up a consignee', zh: '查找收件人' },
  servedBy: ['platform'],
  calledBy: ['merchant', 'isv'],
  method: 'POST',
  path: '/v1/consignee-lookups',
  request: ConsigneeLookup,
  answer: { status: 200, body: ConsigneeLookupResult },
  noStore: true,
  problems: [
    'PURPOSE_NOT_GRANTED',
    'REVEAL_QUOTA_EXCEEDED',
    'MASKED_VALUE_AS_INPUT',
    'RULE_VIOLATION',
  ],
  requirements: [],
  examples: {
    request: {
      valid: {
        'by a whole phone number': {
          kind: 'PHONE',
          value: '+8619900000001',
          purpose: 'SERVICE_AFTER_SALES',
        },
        'by a whole name': { kind: 'NAME', value: '张三丰', purpose: 'SERVICE_AFTER_SALES' },
      },
      invalid: {
        'purpose is missing': {
          value: { kind: 'NAME', value: '张三丰' },
          breaks: { pointer: '', rule: 'required' },
        },
        'the last digits are no kind': {
          value: { kind: 'TAIL', value: '0001', purpose: 'SERVICE_AFTER_SALES' },
          breaks: { pointer: '/kind', rule: 'enum' },
        },
        'a masked name finds nobody': {
          value: { kind: 'NAME', value: '张**', purpose: 'SERVICE_AFTER_SALES' },
          breaks: { pointer: '/value', rule: 'masked-input', requirement: 'CSN-004' },
        },
        'a tail is no whole phone number': {
          value: { kind: 'PHONE', value: '0001', purpose: 'SERVICE_AFTER_SALES' },
          breaks: { pointer: '/value', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
    answer: {
      valid: {
        'one order': { orderNos: ['ORD20261101-0001'] },
        'nothing found, or not yours': { orderNos: [] },
      },
      invalid: {
        'order numbers are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an order number with a space': {
          value: { orderNos: ['ORD 1'] },
          breaks: { pointer: '/orderNos/0', rule: 'pattern' },
        },
      },
    },
  },
});
