import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { consumerRef } from './_examples.ts';
import { GreenCreditEntry, postedMembers } from './green-credit-entry.ts';

export const GreenCreditPosting = Closed(
  'GreenCreditPosting',
  { en: 'Posting of green credit', zh: '绿色积分入账请求' },
  {
    en: 'Asks the platform to give or take points.',
    zh: '请求电商平台增减积分。',
  },
  postedMembers,
);
export type GreenCreditPosting = Static<typeof GreenCreditPosting>;

const returned: GreenCreditPosting = {
  consumerRef,
  points: 50,
  reason: 'RETURNED_REUSABLE',
  reference: '019398a0-0000-7000-8000-0000000000e5',
};
const reversal: GreenCreditPosting = {
  ...returned,
  points: -50,
  reason: 'REVERSED',
  reversesEntryId: '019398a0-0000-7000-8000-0000000000c1',
};
const { reversesEntryId: _, ...ofNothing } = reversal;

export const postGreenCredit = defineOperation({
  name: 'post-green-credit',
  since: '1.0',
  title: { en: 'Post green credit', zh: '绿色积分入账' },
  description: {
    en: 'Points that the consumer does not have cannot be redeemed.',
    zh: '不得兑换超出余额的积分。',
  },
  servedBy: ['platform'],
  calledBy: ['packaging-operator'],
  method: 'POST',
  path: '/v1/green-credit-entries',
  request: GreenCreditPosting,
  answer: { status: 201, body: GreenCreditEntry },
  problems: ['RULE_VIOLATION'],
  requirements: [
    {
      id: 'PKG-004',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A reversal names exactly one entry, of the opposite amount, once.',
        zh: '冲正对应唯一原分录且只一次。',
      },
      wire: 'reverse twice → 422',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a box came back': returned,
        'it was taken back': reversal,
        'a voucher was taken': {
          consumerRef,
          points: -200,
          reason: 'REDEEMED',
          reference: 'voucher:2026-11-0007',
        },
      },
      invalid: {
        'no points': {
          value: { ...returned, points: 0 },
          breaks: { pointer: '/points', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'points given for a voucher': {
          value: { ...returned, reason: 'REDEEMED' },
          breaks: { pointer: '/points', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'half a point': {
          value: { ...returned, points: 0.5 },
          breaks: { pointer: '/points', rule: 'type' },
        },
        'a reversal of nothing': {
          value: ofNothing,
          breaks: { pointer: '', rule: 'PKG-004', requirement: 'PKG-004' },
        },
        'a return that reverses': {
          value: { ...returned, reversesEntryId: reversal.reversesEntryId },
          breaks: { pointer: '/reversesEntryId', rule: 'PKG-004', requirement: 'PKG-004' },
        },
      },
    },
  },
});
