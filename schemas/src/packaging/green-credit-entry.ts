import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { consumerRef } from './_examples.ts';
import { ConsumerRef } from './consumer-ref.ts';
import { CreditReason } from './packaging-codes.ts';

/** A single entry moves no more. */
const MAX_POINTS = 1_000_000;

/** Points of one entry, given or taken. */
export const creditPoints = Whole(
  -MAX_POINTS,
  MAX_POINTS,
  { en: 'Points', zh: '积分' },
  { en: 'Given when positive, taken when negative, never zero.', zh: '正为增、负为减，不为零。' },
);

/** What is asked to be posted: the same in the entry. */
export const postedMembers = {
  consumerRef: Ref(ConsumerRef),
  points: creditPoints,
  reason: Ref(CreditReason),
  reference: Line(
    64,
    { en: 'Reference', zh: '关联编号' },
    {
      en: 'What the points are for: the recycling, the order, the voucher.',
      zh: '积分所对应的回收、订单或兑换凭证。',
    },
    { pattern: '[A-Za-z0-9._:-]+', ...privacy('pseudonymous', 'opaque-ref') },
  ),
  reversesEntryId: Optional(
    Ref(
      Uuid,
      words(
        { en: 'Reversed entry', zh: '被冲正分录' },
        {
          en: 'The entry that it takes back. With REVERSED, and only then.',
          zh: '所冲正的分录；仅冲正时且必须给出。',
        },
      ),
    ),
  ),
};

/** Never changed: what was wrong is reversed by another entry. */
export const GreenCreditEntry = Resource(
  'GreenCreditEntry',
  { en: 'Entry of green credit', zh: '绿色积分分录' },
  { en: 'One line of the ledger of a consumer.', zh: '消费者积分流水的一行。' },
  {
    entryId: Ref(
      Uuid,
      words({ en: 'Entry id', zh: '分录标识' }, { en: 'Names the entry.', zh: '标识该分录。' }),
    ),
    ...postedMembers,
    balanceAfter: Whole(
      -Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
      { en: 'Balance after', zh: '分录后余额' },
      {
        en: 'Sum of all entries of the consumer up to this one; a reversal may take it below zero.',
        zh: '该消费者截至本分录的合计；冲正可使其为负。',
      },
    ),
    postedAt: Ref(
      Instant,
      words({ en: 'Posted at', zh: '入账时刻' }, { en: 'When it was posted.', zh: '入账的时刻。' }),
    ),
    ...storedMembers,
  },
);
export type GreenCreditEntry = Static<typeof GreenCreditEntry>;

/** A box came back. */
export const returnedBox: GreenCreditEntry = {
  entryId: '019398a0-0000-7000-8000-0000000000c1',
  consumerRef,
  points: 50,
  reason: 'RETURNED_REUSABLE',
  reference: '019398a0-0000-7000-8000-0000000000e5',
  balanceAfter: 50,
  postedAt: '2026-11-22T18:30:00+08:00',
  revision: 1,
  createdAt: '2026-11-22T18:30:00+08:00',
  updatedAt: '2026-11-22T18:30:00+08:00',
};
const { balanceAfter: _, ...withoutBalance } = returnedBox;

export const greenCreditEntry = defineMessage({
  schema: GreenCreditEntry,
  requirements: [
    {
      id: 'PKG-003',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: { en: 'The credit balance is the sum of the entries.', zh: '积分余额等于流水之和。' },
      wire: 'sum',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a box came back': returnedBox,
      'it was taken back': {
        ...returnedBox,
        entryId: '019398a0-0000-7000-8000-0000000000c2',
        points: -50,
        reason: 'REVERSED',
        reversesEntryId: returnedBox.entryId,
        balanceAfter: 0,
      },
    },
    invalid: {
      'no balance': { value: withoutBalance, breaks: { pointer: '', rule: 'required' } },
      'points taken for a return': {
        value: { ...returnedBox, points: -50, balanceAfter: -50 },
        breaks: { pointer: '/points', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a reversal of nothing': {
        value: { ...returnedBox, points: -50, reason: 'REVERSED', balanceAfter: 0 },
        breaks: { pointer: '', rule: 'PKG-004', requirement: 'PKG-004' },
      },
    },
  },
});
