import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ListOf, Optional, Ref, Whole, words } from '../define/index.ts';
import { BranchCode } from '../vocabulary/branch-code.ts';
import { CarrierAccountId } from '../vocabulary/carrier-account-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** A reserve lets a platform print while the courier is interrupted. */
export const WaybillNumberAllocation = Closed(
  'WaybillNumberAllocation',
  { en: 'Allocation of waybill numbers', zh: '单号预取' },
  { en: 'Asks for a reserve of numbers.', zh: '请求预留一批单号。' },
  {
    carrierAccountId: Ref(CarrierAccountId),
    branchCode: Optional(Ref(BranchCode)),
    numberCount: Whole(
      1,
      1000,
      { en: 'Numbers', zh: '数量' },
      { en: 'How many numbers are wanted.', zh: '所需单号数量。' },
    ),
    expiresAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Expires at', zh: '过期时间' },
          { en: 'When unbound numbers fall back.', zh: '未绑定单号失效的时刻。' },
        ),
      ),
    ),
  },
);
export type WaybillNumberAllocation = Static<typeof WaybillNumberAllocation>;

/** Not a waybill yet, each of them. */
export const WaybillNumberAllocationResult = Closed(
  'WaybillNumberAllocationResult',
  { en: 'Allocated waybill numbers', zh: '单号预取结果' },
  { en: 'The reserved numbers.', zh: '已预留的单号。' },
  {
    numbers: ListOf(
      Ref(WaybillNo),
      1,
      1000,
      words(
        { en: 'Numbers', zh: '单号' },
        { en: 'Reserved numbers, each given once.', zh: '已预留的单号，每个仅给出一次。' },
      ),
    ),
    balanceAfterCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Balance', zh: '余量' },
      { en: 'Numbers that the account has left.', zh: '账户剩余可取单号数。' },
    ),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '过期时间' },
        { en: 'When unbound numbers fall back.', zh: '未绑定单号失效的时刻。' },
      ),
    ),
  },
);
export type WaybillNumberAllocationResult = Static<typeof WaybillNumberAllocationResult>;

const reserve: WaybillNumberAllocationResult = {
  numbers: ['ZZ010000000016', 'ZZ010000000023'],
  balanceAfterCount: 998,
  expiresAt: '2026-12-11T00:00:00+08:00',
};

export const allocateWaybillNumbers = defineOperation({
  name: 'allocate-waybill-numbers',
  since: '1.0',
  title: { en: 'Allocate waybill numbers', zh: '预取单号' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/waybill-numbers/allocate',
  request: WaybillNumberAllocation,
  answer: { status: 201, body: WaybillNumberAllocationResult },
  lifecycle: 'waybill',
  problems: ['BALANCE_EXHAUSTED'],
  requirements: [
    {
      id: 'WBL-009',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'allocateWaybillNumbers never returns a number twice, also under concurrency.',
        zh: '并发分配不得返回重复单号。',
      },
      wire: 'parallel calls, set of numbers',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a reserve for the night': { carrierAccountId: 'ACC-0001', numberCount: 2 },
        'for one branch and a month': {
          carrierAccountId: 'ACC-0001',
          branchCode: 'DL-021',
          numberCount: 1000,
          expiresAt: '2026-12-11T00:00:00+08:00',
        },
      },
      invalid: {
        'none wanted': {
          value: { carrierAccountId: 'ACC-0001', numberCount: 0 },
          breaks: { pointer: '/numberCount', rule: 'minimum' },
        },
        'too many': {
          value: { carrierAccountId: 'ACC-0001', numberCount: 1001 },
          breaks: { pointer: '/numberCount', rule: 'maximum' },
        },
        'no account': { value: { numberCount: 2 }, breaks: { pointer: '', rule: 'required' } },
      },
    },
    answer: {
      valid: { 'two numbers': reserve },
      invalid: {
        'a balance below nothing': {
          value: { ...reserve, balanceAfterCount: -1 },
          breaks: { pointer: '/balanceAfterCount', rule: 'minimum' },
        },
        'a number in lower case': {
          value: { ...reserve, numbers: ['zz010000000016'] },
          breaks: { pointer: '/numbers/0', rule: 'pattern' },
        },
      },
    },
  },
});
