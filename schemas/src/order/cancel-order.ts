import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, ListOf, Optional, Part, Ref, words } from '../define/index.ts';
import { CancelOutcome } from '../vocabulary/cancel-outcome-codes.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { OrderStatus } from './order-codes.ts';

/** A part of an order can be withdrawn. */
export const OrderCancellation = Closed(
  'OrderCancellation',
  { en: 'Cancellation of an order', zh: '订单取消' },
  {
    en: 'Withdraws an order, or some packages of it, before the first scan.',
    zh: '在首次扫描前撤回订单或其部分包裹。',
  },
  {
    reason: Ref(CancelReason),
    packageIds: Optional(
      ListOf(
        Ref(PackageId),
        1,
        100,
        words(
          { en: 'Packages', zh: '包裹' },
          {
            en: 'Packages to withdraw; absent, or every live one: the whole order.',
            zh: '须撤回的包裹；未给出或列出全部有效包裹时为整单取消。',
          },
        ),
      ),
    ),
  },
);
export type OrderCancellation = Static<typeof OrderCancellation>;

/** Packages may fare differently. */
export const CancellationResult = Closed(
  'CancellationResult',
  { en: 'Result of a cancellation of an order', zh: '订单取消结果' },
  { en: 'What became of the order and of its packages.', zh: '订单及其包裹的处理结果。' },
  {
    outcome: Ref(CancelOutcome),
    packages: ListOf(
      Part(
        { packageId: Ref(PackageId), outcome: Ref(CancelOutcome) },
        words(
          { en: 'Outcome of a package', zh: '包裹取消结果' },
          { en: 'One package, and what became of it.', zh: '一个包裹及其处理结果。' },
        ),
      ),
      1,
      100,
      words(
        { en: 'Packages', zh: '包裹' },
        { en: 'One entry for each package asked for.', zh: '请求取消的每个包裹一项。' },
      ),
    ),
    status: Ref(OrderStatus),
    revision: Ref(Revision),
  },
);
export type CancellationResult = Static<typeof CancellationResult>;

export const cancelOrder = defineOperation({
  name: 'cancel-order',
  since: '1.0',
  title: { en: 'Cancel an order', zh: '取消订单' },
  description: {
    en: 'A package that the order lacks is RULE_VIOLATION. In fulfilment the way is interceptWaybill.',
    zh: '指定了订单中不存在的包裹时为规则错误；履约中请使用拦截。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/orders/{orderNo}/cancel',
  request: OrderCancellation,
  answer: { status: 200, body: CancellationResult },
  lifecycle: 'order',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'ORD-009',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Cancelling after a first scan answers TOO_LATE or STATE_ILLEGAL; it never reports CANCELLED.',
        zh: '首次扫描后取消不得报告为已取消。',
      },
      wire: 'scan by test control, then cancel',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'the buyer changes their mind': { reason: 'BUYER_CANCELLED' },
        'one package is out of stock': { reason: 'OUT_OF_STOCK', packageIds: ['P2'] },
      },
      invalid: {
        'the reason is missing': {
          value: { packageIds: ['P1'] },
          breaks: { pointer: '', rule: 'required' },
        },
        'the reason is prose': {
          value: { reason: 'changed my mind' },
          breaks: { pointer: '/reason', rule: 'enum' },
        },
        'an empty choice of packages': {
          value: { reason: 'RISK', packageIds: [] },
          breaks: { pointer: '/packageIds', rule: 'minItems' },
        },
      },
    },
    answer: {
      valid: {
        'the whole order before pickup': {
          outcome: 'CANCELLED',
          packages: [{ packageId: 'P1', outcome: 'CANCELLED' }],
          status: 'CANCELLED',
          revision: 3,
        },
        'waybills are still to be voided': {
          outcome: 'PENDING_INTERCEPT',
          packages: [{ packageId: 'P1', outcome: 'PENDING_INTERCEPT' }],
          status: 'CANCEL_REQUESTED',
          revision: 4,
        },
      },
      invalid: {
        'an unknown outcome': {
          value: {
            outcome: 'DONE',
            packages: [{ packageId: 'P1', outcome: 'CANCELLED' }],
            status: 'CANCELLED',
            revision: 3,
          },
          breaks: { pointer: '/outcome', rule: 'enum' },
        },
        'a package without outcome': {
          value: {
            outcome: 'CANCELLED',
            packages: [{ packageId: 'P1' }],
            status: 'CANCELLED',
            revision: 3,
          },
          breaks: { pointer: '/packages/0', rule: 'required' },
        },
      },
    },
  },
});
