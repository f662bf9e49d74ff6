import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Flag,
  ListOf,
  Optional,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { Shipper } from '../order/shipper.ts';
import { AddressMasked } from '../vocabulary/address-masked.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { ContactMasked } from '../vocabulary/contact-masked.ts';
import { FacilityId } from '../vocabulary/facility-id.ts';
import { ItemLine } from '../vocabulary/item-line.ts';
import { PayMode } from '../vocabulary/pay-mode-codes.ts';
import { TimeWindow } from '../vocabulary/time-window.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { teaReturn } from './_examples.ts';
import { ReturnReason } from './return-codes.ts';
import { RmaNo } from './rma-no.ts';

/** What a platform says of a return: the same in its request and in the stored return. */
export const returnMembers = {
  rmaNo: Ref(RmaNo),
  originalWaybillNo: Ref(
    WaybillNo,
    words(
      { en: 'Original waybill', zh: '原运单号' },
      { en: 'Under which the goods were delivered.', zh: '商品交付时所用的运单号。' },
    ),
  ),
  carrierCode: Ref(CarrierCode),
  reason: Ref(ReturnReason),
  items: ListOf(
    Ref(ItemLine),
    1,
    200,
    words(
      { en: 'Items', zh: '退货明细' },
      {
        en: 'Lines of the delivered package by their lineNo, each once, with what goes back of them.',
        zh: '以原包裹行号标识的退货行，每行一次，并给出退回数量。',
      },
    ),
  ),
  payer: Ref(
    PayMode,
    words(
      { en: 'Payer', zh: '付费方' },
      { en: 'Who pays for the way back.', zh: '退货运费的支付方。' },
    ),
  ),
  pickupWindow: Optional(
    Ref(
      TimeWindow,
      words(
        { en: 'Pickup window', zh: '上门取件时段' },
        {
          en: 'When the courier picks up; else the goods are dropped off.',
          zh: '快递员上门取件的时段；否则为自寄。',
        },
      ),
    ),
  ),
  dropOffPointId: Optional(
    Ref(
      FacilityId,
      words(
        { en: 'Drop-off point', zh: '自寄网点' },
        { en: 'Where the consumer drops the goods off.', zh: '消费者自行交寄的网点。' },
      ),
    ),
  ),
  isBoxless: Flag(
    { en: 'Boxless', zh: '免包装' },
    {
      en: 'The consumer hands the goods over unpacked; the courier packs them.',
      zh: '消费者交付未包装的商品，由快递企业包装。',
    },
  ),
  consignorRef: Ref(ConsigneeRef, {
    ...words(
      { en: 'Consignor reference', zh: '寄件人引用' },
      {
        en: 'New random reference to the consumer; never the one of the delivery.',
        zh: '指向消费者的新随机引用，不得沿用交付时的引用。',
      },
    ),
    ...privacy('pseudonymous', 'opaque-ref', { subject: 'consignor' }),
  }),
  contactMasked: Ref(ContactMasked),
  addressMasked: Ref(AddressMasked),
  destination: Ref(
    Shipper,
    words(
      { en: 'Destination', zh: '退货目的地' },
      { en: 'The merchant that takes the goods back.', zh: '收回商品的商家。' },
    ),
  ),
};

export const ReturnAuthorisation = Closed(
  'ReturnAuthorisation',
  { en: 'Authorisation of a return', zh: '退货授权' },
  {
    en: 'That a consumer may send delivered goods back, and how.',
    zh: '准许消费者退回已交付商品及其方式。',
  },
  returnMembers,
);
export type ReturnAuthorisation = Static<typeof ReturnAuthorisation>;

const { pickupWindow, ...withoutWay } = teaReturn;
const [line] = teaReturn.items;

export const returnAuthorisation = defineMessage({
  schema: ReturnAuthorisation,
  requirements: [
    {
      id: 'RTN-002',
      level: 'MUST',
      roles: ['platform'],
      position: 'caller',
      tier: 'C',
      text: {
        en: "The consumer's reference in a return differs from the one of the delivery.",
        zh: '退货引用不同于原引用。',
      },
      wire: 'compare',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'one of two boxes, picked up at the door': teaReturn,
      'dropped off without a box': {
        ...withoutWay,
        dropOffPointId: 'DL-ZS-0007',
        isBoxless: true,
      },
    },
    invalid: {
      'the reason is prose': {
        value: { ...teaReturn, reason: 'no longer wanted' },
        breaks: { pointer: '/reason', rule: 'enum' },
      },
      'nothing goes back': {
        value: { ...teaReturn, items: [] },
        breaks: { pointer: '/items', rule: 'minItems' },
      },
      'the name of the consumer in the clear': {
        value: {
          ...teaReturn,
          contactMasked: { nameMasked: '张三丰', phoneMasked: '*******8000' },
        },
        breaks: { pointer: '/contactMasked/nameMasked', rule: 'pattern' },
      },
      'a slip in the reference': {
        value: { ...teaReturn, consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwM' },
        breaks: { pointer: '/consignorRef', rule: 'check-digit' },
      },
      'neither picked up nor dropped off': {
        value: withoutWay,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'picked up and dropped off': {
        value: { ...withoutWay, pickupWindow, dropOffPointId: 'DL-ZS-0007' },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a line twice': {
        value: { ...teaReturn, items: [line, line] },
        breaks: { pointer: '/items/1/lineNo', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'nothing of a line': {
        value: { ...teaReturn, items: [{ ...line, quantity: { value: 0, unit: 'C62' } }] },
        breaks: { pointer: '/items/0/quantity/value', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
