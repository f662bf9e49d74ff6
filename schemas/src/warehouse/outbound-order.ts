import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, words } from '../define/index.ts';
import { PackagePlan } from '../order/package-plan.ts';
import { ConsigneeMasked } from '../vocabulary/consignee-masked.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { teaOutbound } from './_examples.ts';
import { OutboundNo } from './outbound-no.ts';
import { WarehouseId } from './warehouse-id.ts';

/** A warehouse packs and labels; it has no need of a name or a number in clear. */
export const OutboundOrder = Closed(
  'OutboundOrder',
  { en: 'Outbound order', zh: '出库单' },
  {
    en: 'Asks a warehouse to pack and hand over an order; the consignee is masked.',
    zh: '委托仓库打包并交运订单；收件人已脱敏。',
  },
  {
    outboundNo: Ref(OutboundNo),
    warehouseId: Ref(WarehouseId),
    orderNo: Ref(OrderNo),
    packages: ListOf(
      Ref(PackagePlan),
      1,
      100,
      words(
        { en: 'Packages', zh: '包裹' },
        {
          en: 'What is to be packed; every item has a sku and is counted in pieces.',
          zh: '待打包的包裹；每种物品均带商家编码并按件计数。',
        },
      ),
    ),
    consignee: Ref(ConsigneeMasked),
    waybillNos: Optional(
      ListOf(
        Ref(WaybillNo),
        1,
        100,
        words(
          { en: 'Waybill numbers', zh: '运单号' },
          {
            en: 'One a package, in the same order, where they exist already.',
            zh: '已取号时给出；每包裹一个，顺序相同。',
          },
        ),
      ),
    ),
    shipByAt: Ref(
      Instant,
      words(
        { en: 'Ship by', zh: '最迟发货时间' },
        { en: 'When the packages must have left.', zh: '包裹须发出的时刻。' },
      ),
    ),
  },
);
export type OutboundOrder = Static<typeof OutboundOrder>;

const [box] = teaOutbound.packages;
const { waybillNos: _, ...withoutNumbers } = teaOutbound;
const { contactMasked, addressMasked } = teaOutbound.consignee;

export const outboundOrder = defineMessage({
  schema: OutboundOrder,
  requirements: [
    {
      id: 'WHS-005',
      level: 'MUST NOT',
      roles: ['platform'],
      position: 'caller',
      tier: 'W',
      text: {
        en: 'Outbound orders carry plaintext consignee data.',
        zh: '出库单不得携带明文收件人信息。',
      },
      wire: 'patterns',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'two tins of tea': teaOutbound,
      'the warehouse asks for the numbers': withoutNumbers,
    },
    invalid: {
      'nothing to pack': {
        value: { ...teaOutbound, packages: [] },
        breaks: { pointer: '/packages', rule: 'minItems' },
      },
      'a plain phone number': {
        value: {
          ...teaOutbound,
          consignee: {
            ...teaOutbound.consignee,
            contactMasked: { ...contactMasked, phoneMasked: '+8619900008000' },
          },
        },
        breaks: {
          pointer: '/consignee/contactMasked/phoneMasked',
          rule: 'pattern',
          requirement: 'WHS-005',
        },
      },
      'a room in the address': {
        value: {
          ...teaOutbound,
          consignee: {
            ...teaOutbound.consignee,
            addressMasked: { ...addressMasked, road: '虚构路 12 号 501室' },
          },
        },
        breaks: {
          pointer: '/consignee/addressMasked/road',
          rule: 'plaintext',
          requirement: 'WHS-005',
        },
      },
      'an item that no shelf knows': {
        value: {
          ...teaOutbound,
          packages: [
            {
              ...box,
              items: [{ lineNo: 1, categoryCode: 'FOOD', quantity: { value: 2, unit: 'C62' } }],
            },
          ],
        },
        breaks: { pointer: '/packages/0/items/0', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'two packages of one id': {
        value: {
          ...teaOutbound,
          packages: [box, box],
          waybillNos: ['ZZ010000000016', 'ZZ010000000023'],
        },
        breaks: { pointer: '/packages/1/packageId', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a number too many': {
        value: { ...teaOutbound, waybillNos: ['ZZ010000000016', 'ZZ010000000023'] },
        breaks: { pointer: '/waybillNos', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
