import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { ChannelCode } from '../vocabulary/channel-code-codes.ts';
import { ChargeSplit } from '../vocabulary/charge-split.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { ConsigneeMasked } from '../vocabulary/consignee-masked.ts';
import { DeliveryPreference } from '../vocabulary/delivery-preference-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackagingChoice } from '../vocabulary/packaging-choice.ts';
import { PayMode } from '../vocabulary/pay-mode-codes.ts';
import { ServiceSelection } from '../vocabulary/service-selection.ts';
import { TimeWindow } from '../vocabulary/time-window.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { teaPackage, teaSubmission } from './_examples.ts';
import { PackagePlan } from './package-plan.ts';
import { Shipper } from './shipper.ts';

/** The consignee is masked: plaintext leaves the platform by a reveal alone. */
export const OrderSubmission = Closed(
  'OrderSubmission',
  { en: 'Order to a courier', zh: '订单提交' },
  {
    en: 'Asks a courier to carry the packages of an order; the consignee is masked.',
    zh: '委托快递企业运输订单包裹；收件人已脱敏。',
  },
  {
    orderNo: Ref(OrderNo),
    tradeOrderNos: Optional(
      ListOf(
        Ref(OrderNo),
        0,
        100,
        words(
          { en: 'Trade orders', zh: '交易订单号' },
          { en: 'Consumer-side orders that are merged here.', zh: '合并于此的消费者订单。' },
        ),
      ),
    ),
    channel: Ref(ChannelCode),
    orderedAt: Ref(
      Instant,
      words(
        { en: 'Ordered at', zh: '下单时间' },
        { en: 'When the order was placed at the platform.', zh: '订单在电商平台生成的时刻。' },
      ),
    ),
    shipper: Ref(Shipper),
    consignee: Ref(ConsigneeMasked),
    packages: ListOf(
      Ref(PackagePlan),
      1,
      100,
      words(
        { en: 'Packages', zh: '包裹' },
        {
          en: 'What is to be carried; package ids are unique whatever their case.',
          zh: '待运包裹；包裹号不区分大小写且不得重复。',
        },
      ),
    ),
    service: Ref(ServiceSelection),
    payMode: Ref(PayMode),
    charges: Optional(
      Ref(
        ChargeSplit,
        words(
          { en: 'Charges', zh: '费用' },
          {
            en: 'Separated charges; given when both sides claim the module pricing.',
            zh: '分离列示的费用；双方均声明价格模块时给出。',
          },
        ),
      ),
    ),
    quoteId: Optional(
      Ref(
        Uuid,
        words(
          { en: 'Quote', zh: '报价' },
          {
            en: 'Quote of the courier that the order is charged by.',
            zh: '订单据以计费的快递企业报价。',
          },
        ),
      ),
    ),
    pickupWindow: Optional(
      Ref(
        TimeWindow,
        words(
          { en: 'Pickup window', zh: '揽收时段' },
          { en: 'When the packages can be picked up.', zh: '可揽收的时段。' },
        ),
      ),
    ),
    deliverByAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Deliver by', zh: '承诺送达时间' },
          { en: 'What was promised to the consumer.', zh: '向消费者承诺的送达时刻。' },
        ),
      ),
    ),
    deliveryPreferences: Optional(
      ListOf(
        Part(
          {
            preference: Ref(DeliveryPreference),
            consentId: Optional(
              Ref(
                ConsentId,
                words(
                  { en: 'Consent', zh: '同意记录' },
                  {
                    en: 'Record of the consignee agreeing; needed for all but DOOR.',
                    zh: '收件人的同意记录；除上门外均须给出。',
                  },
                ),
              ),
            ),
          },
          words(
            { en: 'Chosen way of delivery', zh: '所选派送方式' },
            {
              en: 'One way of delivery that the consignee wants.',
              zh: '收件人选择的一种派送方式。',
            },
          ),
        ),
        0,
        5,
        words(
          { en: 'Delivery preferences', zh: '派送偏好' },
          { en: 'In order of preference.', zh: '按优先次序排列。' },
        ),
      ),
    ),
    packagingChoice: Optional(Ref(PackagingChoice)),
    remark: Optional(
      Line(
        200,
        { en: 'Remark', zh: '备注' },
        {
          en: 'Note for the courier; never returned and never printed, and no run of seven digits.',
          zh: '给快递企业的备注；不返回、不打印，且不得含连续七位数字。',
        },
        privacy('personal', 'note.freetext'),
      ),
    ),
  },
);
export type OrderSubmission = Static<typeof OrderSubmission>;

const { orderNo: _, ...withoutOrderNo } = teaSubmission;
const consentId = '0193a5c0-7d4e-7a11-8c00-0000000000c1';

export const orderSubmission = defineMessage({
  schema: OrderSubmission,
  requirements: [
    {
      id: 'ORD-001',
      level: 'MUST',
      roles: ['platform'],
      position: 'caller',
      tier: 'W',
      text: {
        en: 'An order carries a masked consignee and a consigneeRef, never plaintext.',
        zh: '订单只携带脱敏收件人和引用，不得携带明文。',
      },
      wire: 'request body: patterns of masked types; canary scan',
      judgedBy: 'check',
    },
    {
      id: 'ORD-012',
      level: 'MUST',
      roles: ['platform'],
      position: 'caller',
      tier: 'W',
      text: {
        en: 'A non-door delivery preference names a consent record.',
        zh: '非上门的派送偏好须附同意记录。',
      },
      wire: 'body: consentId present',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'one box of tea to Dalian': teaSubmission,
      'everything that an order can say': {
        ...teaSubmission,
        orderNo: 'SO-20261111-0002',
        quoteId: '0193a5c0-7d4e-7a11-8c00-0000000000d1',
        tradeOrderNos: ['T-0001', 'T-0002'],
        channel: 'LIVE',
        packages: [
          {
            ...teaPackage,
            declaredValue: { currency: 'CNY', minor: 19_900 },
            pieceIndex: 1,
            pieceCount: 2,
          },
          { ...teaPackage, packageId: 'P2', pieceIndex: 2, pieceCount: 2 },
        ],
        service: { product: 'NEXT_DAY', vas: ['INSURE', 'CALL_BEFORE'] },
        pickupWindow: { fromAt: '2026-11-11T14:00:00+08:00', toAt: '2026-11-11T18:00:00+08:00' },
        deliverByAt: '2026-11-13T20:00:00+08:00',
        deliveryPreferences: [{ preference: 'LOCKER', consentId }, { preference: 'DOOR' }],
        remark: '易碎，请轻放',
      },
    },
    invalid: {
      'orderNo is missing': {
        value: withoutOrderNo,
        breaks: { pointer: '', rule: 'required' },
      },
      'the name in the clear': {
        value: {
          ...teaSubmission,
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
      'the phone in the clear': {
        value: {
          ...teaSubmission,
          consignee: {
            ...teaSubmission.consignee,
            contactMasked: { nameMasked: '张**', phoneMasked: '19900008000' },
          },
        },
        breaks: {
          pointer: '/consignee/contactMasked/phoneMasked',
          rule: 'pattern',
          requirement: 'ORD-002',
        },
      },
      'a unit number beside the masked address': {
        value: {
          ...teaSubmission,
          consignee: {
            ...teaSubmission.consignee,
            addressMasked: { ...teaSubmission.consignee.addressMasked, unitRoom: '1 单元 101' },
          },
        },
        breaks: {
          pointer: '/consignee/addressMasked',
          rule: 'additionalProperties',
          requirement: 'ORD-002',
        },
      },
      'a slip in the consignee reference': {
        value: {
          ...teaSubmission,
          consignee: { ...teaSubmission.consignee, consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' },
        },
        breaks: { pointer: '/consignee/consigneeRef', rule: 'check-digit' },
      },
      'package ids that differ only in case': {
        value: {
          ...teaSubmission,
          packages: [
            { ...teaPackage, packageId: 'a1' },
            { ...teaPackage, packageId: 'A1' },
          ],
        },
        breaks: { pointer: '/packages/1/packageId', rule: 'ORD-004', requirement: 'ORD-004' },
      },
      'a locker without consent': {
        value: { ...teaSubmission, deliveryPreferences: [{ preference: 'LOCKER' }] },
        breaks: { pointer: '/deliveryPreferences/0', rule: 'ORD-012', requirement: 'ORD-013' },
      },
      'a phone number in the remark': {
        value: { ...teaSubmission, remark: '电话 199-0000-8000' },
        breaks: { pointer: '/remark', rule: 'digit-run' },
      },
      'a day that does not exist': {
        value: { ...teaSubmission, orderedAt: '2026-02-30T09:30:00+08:00' },
        breaks: { pointer: '/orderedAt', rule: 'format' },
      },
      'an unknown way of paying': {
        value: { ...teaSubmission, payMode: 'LATER' },
        breaks: { pointer: '/payMode', rule: 'enum' },
      },
      'no package at all': {
        value: { ...teaSubmission, packages: [] },
        breaks: { pointer: '/packages', rule: 'minItems' },
      },
    },
  },
});
