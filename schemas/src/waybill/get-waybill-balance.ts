import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ListOf,
  Optional,
  Part,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { BranchCode } from '../vocabulary/branch-code.ts';
import { CarrierAccountId } from '../vocabulary/carrier-account-id.ts';

const tally = (en: string, zh: string) =>
  Whole(
    0,
    Number.MAX_SAFE_INTEGER,
    { en, zh },
    { en: `${en} numbers of the account.`, zh: `账户的${zh}。` },
  );

/** Electronic waybills are bought ahead, as numbers. */
export const WaybillBalance = Closed(
  'WaybillBalance',
  { en: 'Balance of waybill numbers', zh: '单号余额' },
  { en: 'Numbers of each account and branch.', zh: '各账户与网点的单号数量。' },
  {
    items: ListOf(
      Part(
        {
          carrierAccountId: Ref(CarrierAccountId),
          branchCode: Optional(Ref(BranchCode)),
          allocatedCount: tally('Allocated', '已分配单号数'),
          usedCount: tally('Used', '已使用单号数'),
          cancelledCount: tally('Cancelled', '已取消单号数'),
          remainingCount: tally('Remaining', '剩余单号数'),
        },
        words(
          { en: 'Balance of an account', zh: '账户余额' },
          { en: 'Numbers of one account and branch.', zh: '一个账户与网点的单号数量。' },
        ),
      ),
      0,
      1000,
      words(
        { en: 'Items', zh: '条目' },
        { en: 'One an account and branch.', zh: '每个账户与网点一项。' },
      ),
    ),
  },
);
export type WaybillBalance = Static<typeof WaybillBalance>;

const balance: WaybillBalance['items'][number] = {
  carrierAccountId: 'ACC-0001',
  allocatedCount: 1000,
  usedCount: 700,
  cancelledCount: 20,
  remainingCount: 280,
};
const { remainingCount: _, ...withoutRemaining } = balance;

export const getWaybillBalance = defineOperation({
  name: 'get-waybill-balance',
  since: '1.0',
  title: { en: 'Read the balance of numbers', zh: '查询单号余额' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/waybill-balances',
  query: { carrierAccountId: Ref(CarrierAccountId) },
  answer: { status: 200, body: WaybillBalance },
  problems: [],
  requirements: [],
  examples: {
    answer: {
      valid: {
        'one account, two branches': {
          items: [balance, { ...balance, branchCode: 'DL-021', remainingCount: 0 }],
        },
        'no account': { items: [] },
      },
      invalid: {
        'no remainder': {
          value: { items: [withoutRemaining] },
          breaks: { pointer: '/items/0', rule: 'required' },
        },
        'used less than never': {
          value: { items: [{ ...balance, usedCount: -1 }] },
          breaks: { pointer: '/items/0/usedCount', rule: 'minimum' },
        },
      },
    },
  },
});
