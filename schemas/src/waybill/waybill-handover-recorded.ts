import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { HandoverRelation } from '../vocabulary/handover-relation-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** Joins the two numbers of one parcel. */
export const WaybillHandover = Resource(
  'WaybillHandover',
  { en: 'Handover to another waybill', zh: '运单转接' },
  {
    en: 'A parcel goes on under another number, at the same courier or another.',
    zh: '包裹以另一单号继续运输，可在同一或另一快递企业。',
  },
  {
    fromCarrierCode: Ref(
      CarrierCode,
      words(
        { en: 'From courier', zh: '交出企业' },
        { en: 'Courier that hands it over.', zh: '交出包裹的快递企业。' },
      ),
    ),
    fromWaybillNo: Ref(
      WaybillNo,
      words(
        { en: 'From number', zh: '原运单号' },
        { en: 'Number until now.', zh: '转接前的单号。' },
      ),
    ),
    toCarrierCode: Ref(
      CarrierCode,
      words(
        { en: 'To courier', zh: '接收企业' },
        { en: 'Courier that takes it on.', zh: '接收包裹的快递企业。' },
      ),
    ),
    toWaybillNo: Ref(
      WaybillNo,
      words(
        { en: 'To number', zh: '新运单号' },
        { en: 'Number from now on.', zh: '转接后的单号。' },
      ),
    ),
    relation: Ref(HandoverRelation),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When it was handed over.', zh: '转接的时刻。' },
      ),
    ),
  },
);
export type WaybillHandover = Static<typeof WaybillHandover>;

const forwarded: WaybillHandover = {
  fromCarrierCode: 'ZZ',
  fromWaybillNo: 'ZZ010000000016',
  toCarrierCode: 'OTHER',
  toWaybillNo: 'LM202611120001',
  relation: 'LAST_MILE',
  occurredAt: '2026-11-12T07:00:00+08:00',
};
const { toWaybillNo: _, ...withoutNewNumber } = forwarded;

export const waybillHandoverRecorded = defineEvent({
  type: 'org.openwaybill.waybill.handover.recorded',
  since: '1.0',
  title: { en: 'Handover recorded', zh: '运单转接已记录' },
  description: {
    en: 'Goes from the courier that hands over to the platform of the order, and to the courier that takes the parcel on.',
    zh: '由交出方快递企业发往订单所属平台与接收方快递企业。',
  },
  from: ['courier'],
  to: ['platform', 'courier'],
  data: WaybillHandover,
  subject: 'fromWaybillNo',
  requirements: [
    {
      id: 'WBL-015',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'After a handover both waybill numbers answer in getParcel with the relation.',
        zh: '转投后两个单号均可查询并显示关系。',
      },
      wire: 'getParcel on both',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'to a partner of the last mile': forwarded,
      'a return under its own number': {
        ...forwarded,
        toCarrierCode: 'ZZ',
        toWaybillNo: 'ZZ010000000023',
        relation: 'RETURN',
      },
    },
    invalid: {
      'no new number': { value: withoutNewNumber, breaks: { pointer: '', rule: 'required' } },
      'an unknown relation': {
        value: { ...forwarded, relation: 'SIDEWAYS' },
        breaks: { pointer: '/relation', rule: 'enum' },
      },
    },
  },
});
