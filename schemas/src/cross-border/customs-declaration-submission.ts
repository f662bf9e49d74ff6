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
import { Money } from '../vocabulary/money.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { lineNo } from '../warehouse/line-no.ts';
import { teaDeclaration } from './_examples.ts';
import { buyerAttestation } from './buyer-attestation.ts';
import { CustomsMode, TradeDirection } from './cross-border-codes.ts';
import { goodsMembers } from './goods-members.ts';

/** The buyer is attested and never named. */
export const CustomsDeclarationSubmission = Closed(
  'CustomsDeclarationSubmission',
  { en: 'Submission of a customs declaration', zh: '报关申报' },
  {
    en: 'Order, payment and waybill of goods that cross the border; no identity number in any form.',
    zh: '进出境货物的订单、支付与运单信息；不含任何形式的证件号。',
  },
  {
    mode: Ref(CustomsMode),
    direction: Ref(TradeDirection),
    orderNo: Ref(OrderNo),
    paymentRef: Line(
      64,
      { en: 'Payment', zh: '支付单号' },
      { en: 'Number of the payment.', zh: '支付交易的编号。' },
      { pattern: '[A-Za-z0-9_-]{1,64}', ...privacy('pseudonymous', 'document-number') },
    ),
    waybillNo: Ref(WaybillNo),
    lines: ListOf(
      Part(
        { lineNo, ...goodsMembers },
        words(
          { en: 'Line', zh: '商品项' },
          { en: 'Goods of one description.', zh: '同一品名的货物。' },
        ),
      ),
      1,
      200,
      words(
        { en: 'Lines', zh: '商品明细' },
        { en: 'What is declared; line numbers are unique.', zh: '申报明细；行号不得重复。' },
      ),
    ),
    totalValue: Ref(
      Money,
      words(
        { en: 'Total value', zh: '总价值' },
        { en: 'Sum of the lines, in one currency.', zh: '各行价值之和，同一币种。' },
      ),
    ),
    buyerAttestation,
    incoterm: Optional(
      Line(
        3,
        { en: 'Term of delivery', zh: '贸易术语' },
        { en: 'Who bears which cost.', zh: '费用与风险的划分。' },
        { pattern: '[A-Z]{3}', 'x-source': 'Incoterms 2020', ...privacy('business', 'code') },
      ),
    ),
  },
);
export type CustomsDeclarationSubmission = Static<typeof CustomsDeclarationSubmission>;

const [tea] = teaDeclaration.lines;
const { buyerAttestation: _, ...withoutAttestation } = teaDeclaration;

export const customsDeclarationSubmission = defineMessage({
  schema: CustomsDeclarationSubmission,
  requirements: [
    {
      id: 'XBD-002',
      level: 'MUST',
      roles: ['platform'],
      position: 'caller',
      tier: 'W',
      text: {
        en: '`totalValue` equals the sum of the lines, one currency.',
        zh: '总值等于各行之和。',
      },
      wire: 'recompute',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'tea and cups': teaDeclaration,
      'delivered, duty paid': { ...teaDeclaration, incoterm: 'DDP' },
    },
    invalid: {
      'no attestation': { value: withoutAttestation, breaks: { pointer: '', rule: 'required' } },
      'the number of a document beside the attestation': {
        value: {
          ...teaDeclaration,
          buyerAttestation: { ...teaDeclaration.buyerAttestation, idNumber: '******' },
        },
        breaks: {
          pointer: '/buyerAttestation',
          rule: 'additionalProperties',
          requirement: 'XBD-001',
        },
      },
      'an identity number as the number of a payment': {
        value: { ...teaDeclaration, paymentRef: '990000199001010009' },
        breaks: { pointer: '/paymentRef', rule: 'XBD-001', requirement: 'XBD-001' },
      },
      'a phone number in a description': {
        value: {
          ...teaDeclaration,
          lines: [{ ...tea, description: '绿茶 19900000001' }, ...teaDeclaration.lines.slice(1)],
        },
        breaks: { pointer: '/lines/0/description', rule: 'digit-run' },
      },
      'a chapter of the tariff alone': {
        value: {
          ...teaDeclaration,
          lines: [{ ...tea, hsCode: '09' }, ...teaDeclaration.lines.slice(1)],
        },
        breaks: { pointer: '/lines/0/hsCode', rule: 'pattern' },
      },
      'a total of another sum': {
        value: { ...teaDeclaration, totalValue: { currency: 'CNY', minor: 23_601 } },
        breaks: { pointer: '/totalValue', rule: 'XBD-002', requirement: 'XBD-002' },
      },
      'a total in another currency': {
        value: { ...teaDeclaration, totalValue: { currency: 'USD', minor: 23_600 } },
        breaks: { pointer: '/totalValue', rule: 'XBD-002', requirement: 'XBD-002' },
      },
      'a line number twice': {
        value: {
          ...teaDeclaration,
          lines: teaDeclaration.lines.map((line) => ({ ...line, lineNo: 1 })),
        },
        breaks: { pointer: '/lines/1/lineNo', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'an unknown procedure': {
        value: { ...teaDeclaration, mode: 'M0000' },
        breaks: { pointer: '/mode', rule: 'enum' },
      },
    },
  },
});
