import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref, Whole, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { notifiedDeposit } from './_examples.ts';
import { LockerDeposit } from './locker-deposit.ts';

/** Worked out at the moment of the question and stored nowhere. */
export const LockerFee = Closed(
  'LockerFee',
  { en: 'Fee of a deposit', zh: '保管费' },
  {
    en: 'What is due now; a paid extension settles what was due before.',
    zh: '当前应付的保管费；付费延期即结清此前费用。',
  },
  {
    depositId: LockerDeposit.properties.depositId,
    amount: Ref(
      Money,
      words({ en: 'Amount', zh: '金额' }, { en: 'Fee of all periods.', zh: '各周期费用之和。' }),
    ),
    periodCount: Whole(
      0,
      100_000,
      { en: 'Periods', zh: '周期数' },
      { en: 'Whole periods that are over.', zh: '已满的计费周期数。' },
    ),
    chargedFromAt: Ref(
      Instant,
      words(
        { en: 'Charged from', zh: '计费起点' },
        {
          en: 'Begin of the first period, never before freeUntilAt.',
          zh: '首个周期的开始，不早于免费期满。',
        },
      ),
    ),
    freeUntilAt: LockerDeposit.properties.freeUntilAt,
  },
);
export type LockerFee = Static<typeof LockerFee>;

const fee: LockerFee = {
  depositId: notifiedDeposit.depositId,
  amount: { currency: 'CNY', minor: 100 },
  periodCount: 2,
  chargedFromAt: '2026-11-12T11:00:00+08:00',
  freeUntilAt: '2026-11-12T11:00:00+08:00',
};

export const getDepositFee = defineOperation({
  name: 'get-deposit-fee',
  since: '1.0',
  title: { en: 'Read the fee of a deposit', zh: '查询保管费' },
  description: {
    en: 'A locker that charges nothing has none: NOT_FOUND.',
    zh: '不收费的快件箱没有保管费，应答不存在。',
  },
  servedBy: ['locker'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/locker-deposits/{depositId}/fee',
  answer: { status: 200, body: LockerFee },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'LCK-002',
      level: 'MUST NOT',
      roles: ['locker'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A fee is charged for time before `freeUntilAt`.',
        zh: '免费期内不得收费。',
      },
      wire: '`chargedFromAt`',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'two periods over': fee,
        'nothing due yet': { ...fee, amount: { currency: 'CNY', minor: 0 }, periodCount: 0 },
      },
      invalid: {
        'charged in the free period': {
          value: { ...fee, chargedFromAt: '2026-11-12T10:59:59+08:00' },
          breaks: { pointer: '/chargedFromAt', rule: 'LCK-002', requirement: 'LCK-002' },
        },
        'an amount for no period': {
          value: { ...fee, periodCount: 0 },
          breaks: { pointer: '/amount', rule: 'DSC-021' },
        },
        'a negative amount': {
          value: { ...fee, amount: { currency: 'CNY', minor: -100 } },
          breaks: { pointer: '/amount', rule: 'DSC-021' },
        },
      },
    },
  },
});
