import type { Static } from '@sinclair/typebox';
import { Closed, clearOf, defineOperation, Optional } from '../define/index.ts';
import { teaPackage, teaSubmission } from './_examples.ts';
import { Order } from './order.ts';
import { OrderSubmission } from './order-submission.ts';

const { pickupWindow, packages, service, deliveryPreferences, remark, consignee } =
  OrderSubmission.properties;

/** Names instead of nulls take members away. */
export const OrderUpdate = Closed(
  'OrderUpdate',
  { en: 'Update of an order', zh: '订单更新' },
  {
    en: 'A member given replaces the stored one as a whole; clear removes members.',
    zh: '给出的成员整体替换已存成员；clear 用于移除成员。',
  },
  {
    pickupWindow,
    packages: Optional(packages),
    service: Optional(service),
    deliveryPreferences,
    remark,
    consignee: Optional(consignee),
    clear: clearOf(['pickupWindow', 'deliveryPreferences', 'remark']),
  },
);
export type OrderUpdate = Static<typeof OrderUpdate>;

export const updateOrder = defineOperation({
  name: 'update-order',
  since: '1.0',
  title: { en: 'Update an order', zh: '更新订单' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'PATCH',
  path: '/v1/orders/{orderNo}',
  request: OrderUpdate,
  answer: { status: 200, body: Order },
  lifecycle: 'order',
  problems: [
    'NOT_FOUND',
    'STATE_ILLEGAL',
    'REVISION_STALE',
    'PRECONDITION_REQUIRED',
    'PLAINTEXT_PERSONAL_DATA',
    'CHECK_DIGIT_INVALID',
    'CONSENT_MISSING',
    'RULE_VIOLATION',
  ],
  requirements: [
    {
      id: 'ORD-006',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'updateOrder without If-Match gives 428, with a stale one 412, and changes nothing.',
        zh: '更新缺少或使用过期版本时须拒绝且不改变数据。',
      },
      wire: 'PATCH, then GET shows the same revision',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a later pickup': {
          pickupWindow: { fromAt: '2026-11-12T09:00:00+08:00', toAt: '2026-11-12T12:00:00+08:00' },
        },
        'preferences are taken back': { clear: ['deliveryPreferences'] },
        'one more package': {
          packages: [teaPackage, { ...teaPackage, packageId: 'P2' }],
          service: { product: 'EXPRESS' },
        },
      },
      invalid: {
        'a member that stays as submitted': {
          value: { payMode: 'SENDER' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'a required member to clear': {
          value: { clear: ['packages'] },
          breaks: { pointer: '/clear/0', rule: 'enum' },
        },
        'no package left': {
          value: { packages: [] },
          breaks: { pointer: '/packages', rule: 'minItems' },
        },
        'package ids that differ only in case': {
          value: {
            packages: [
              { ...teaPackage, packageId: 'a1' },
              { ...teaPackage, packageId: 'A1' },
            ],
          },
          breaks: { pointer: '/packages/1/packageId', rule: 'ORD-004', requirement: 'ORD-004' },
        },
        'a neighbour without consent': {
          value: { deliveryPreferences: [{ preference: 'NEIGHBOUR' }] },
          breaks: { pointer: '/deliveryPreferences/0', rule: 'ORD-012', requirement: 'ORD-013' },
        },
        'the name in the clear': {
          value: {
            consignee: {
              ...teaSubmission.consignee,
              contactMasked: { nameMasked: '张三丰', phoneMasked: '*******8000' },
            },
          },
          breaks: {
            pointer: '/consignee/contactMasked/nameMasked',
            rule: 'pattern',
            requirement: 'ORD-002',
          },
        },
        'a phone number in the remark': {
          value: { remark: '电话 19900008000' },
          breaks: { pointer: '/remark', rule: 'digit-run' },
        },
      },
    },
  },
});
