import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  Flag,
  Line,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { DeclaredDocument } from './cross-border-codes.ts';
import { declarationId } from './customs-declaration.ts';

/** The authority compares three documents that three parties sent it. */
export const TripleMatch = Resource(
  'TripleMatch',
  { en: 'Match of order, payment and waybill', zh: '三单对碰结果' },
  {
    en: 'Whether order, payment and waybill agree, and what the authority replied to each document.',
    zh: '订单、支付单、运单是否一致，以及海关对各单证的回执。',
  },
  {
    declarationId,
    orderMatched: Flag(
      { en: 'Order matched', zh: '订单相符' },
      { en: 'Whether the order agrees with the declaration.', zh: '订单与申报是否一致。' },
    ),
    paymentMatched: Flag(
      { en: 'Payment matched', zh: '支付单相符' },
      { en: 'Whether the payment agrees with the declaration.', zh: '支付单与申报是否一致。' },
    ),
    waybillMatched: Flag(
      { en: 'Waybill matched', zh: '运单相符' },
      { en: 'Whether the waybill agrees with the declaration.', zh: '运单与申报是否一致。' },
    ),
    receipts: ListOf(
      Part(
        {
          document: Ref(DeclaredDocument),
          returnStatus: Line(
            10,
            { en: 'Return status', zh: '回执状态' },
            {
              en: "The authority's number, such as 2 declared and 120 booked.",
              zh: '海关回执状态号，如 2 申报、120 入库。',
            },
            { pattern: '[A-Za-z0-9_-]{1,10}', ...privacy('business', 'code') },
          ),
          receivedAt: Ref(
            Instant,
            words(
              { en: 'Received at', zh: '接收时间' },
              { en: 'When the reply came.', zh: '收到回执的时刻。' },
            ),
          ),
        },
        words(
          { en: 'Receipt', zh: '回执' },
          { en: 'Reply to one document.', zh: '对一种单证的回执。' },
        ),
      ),
      0,
      40,
      words(
        { en: 'Receipts', zh: '回执' },
        { en: 'Every reply so far, in the order of time.', zh: '迄今收到的全部回执，按时间排列。' },
      ),
    ),
  },
);
export type TripleMatch = Static<typeof TripleMatch>;

const matched: TripleMatch = {
  declarationId: '0193a5c0-7d4e-7a11-8c00-00000000cd01',
  orderMatched: true,
  paymentMatched: true,
  waybillMatched: false,
  receipts: [
    { document: 'ORDER', returnStatus: '120', receivedAt: '2026-11-11T10:13:00+08:00' },
    { document: 'PAYMENT', returnStatus: '120', receivedAt: '2026-11-11T10:14:00+08:00' },
    { document: 'WAYBILL', returnStatus: '100', receivedAt: '2026-11-11T10:14:30+08:00' },
  ],
};
const { waybillMatched: _, ...withoutWaybill } = matched;
const [first, second] = matched.receipts;

export const matchResulted = defineEvent({
  type: 'org.openwaybill.crossborder.match.resulted',
  since: '1.0',
  title: { en: 'Order, payment and waybill were compared', zh: '三单已对碰' },
  from: ['customs-agent'],
  to: ['platform', 'courier'],
  data: TripleMatch,
  subject: 'declarationId',
  requirements: [],
  examples: {
    valid: {
      'the waybill does not agree': matched,
      'nothing was answered yet': {
        ...matched,
        orderMatched: false,
        paymentMatched: false,
        receipts: [],
      },
    },
    invalid: {
      'the waybill is left out': {
        value: withoutWaybill,
        breaks: { pointer: '', rule: 'required' },
      },
      'an unknown document': {
        value: { ...matched, receipts: [{ ...first, document: 'INVOICE' }] },
        breaks: { pointer: '/receipts/0/document', rule: 'enum' },
      },
      'matched without a reply': {
        value: { ...matched, receipts: [first] },
        breaks: { pointer: '/paymentMatched', rule: 'DSC-022', requirement: 'DSC-022' },
      },
      'replies out of order': {
        value: { ...matched, receipts: [second, first] },
        breaks: { pointer: '/receipts/1/receivedAt', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
