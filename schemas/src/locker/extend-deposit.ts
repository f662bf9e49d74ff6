import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Line, Optional, privacy, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { LockerDeposit } from './locker-deposit.ts';

/** Who pays, and how, is between consignee and operator. */
export const DepositExtension = Closed(
  'DepositExtension',
  { en: 'Extension of storage', zh: '延长保管' },
  { en: 'Asks to keep the parcel longer.', zh: '请求延长保管。' },
  {
    untilAt: Ref(
      Instant,
      words(
        { en: 'Until', zh: '延至' },
        { en: 'The new freeUntilAt.', zh: '新的免费截止时刻（freeUntilAt）。' },
      ),
    ),
    paymentRef: Optional(
      Line(
        64,
        { en: 'Payment', zh: '支付凭据' },
        {
          en: 'Names the payment; needed after the free period.',
          zh: '标识支付；免费期后必须给出。',
        },
        { pattern: '[A-Za-z0-9._-]+', ...privacy('pseudonymous', 'opaque-ref') },
      ),
    ),
  },
);
export type DepositExtension = Static<typeof DepositExtension>;

export const extendDeposit = defineOperation({
  name: 'extend-deposit',
  since: '1.0',
  title: { en: 'Extend storage', zh: '延长保管' },
  servedBy: ['locker'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/locker-deposits/{depositId}/extend',
  request: DepositExtension,
  answer: { status: 200, body: LockerDeposit },
  lifecycle: 'locker-deposit',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'before it is overdue': { untilAt: '2026-11-13T11:00:00+08:00' },
        'paid for another day': {
          untilAt: '2026-11-14T11:00:00+08:00',
          paymentRef: 'PAY-20261112-0007',
        },
      },
      invalid: {
        'a space instead of the T': {
          value: { untilAt: '2026-11-13 11:00:00+08:00' },
          breaks: { pointer: '/untilAt', rule: 'pattern' },
        },
        'no instant': {
          value: { paymentRef: 'PAY-20261112-0007' },
          breaks: { pointer: '', rule: 'required' },
        },
      },
    },
  },
});
