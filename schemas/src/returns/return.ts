import type { Static } from '@sinclair/typebox';
import { defineMessage, Optional, Ref, Resource, words } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { authorisedReturn } from './_examples.ts';
import { returnMembers } from './return-authorisation.ts';
import { ReturnStatus } from './return-codes.ts';

/** Kept by the courier that carries it and by the platform that authorised it. */
export const Return = Resource(
  'Return',
  { en: 'Return', zh: '退货' },
  {
    en: 'Goods on their way back from a consumer, as a waybill of their own.',
    zh: '消费者退回的商品，以独立运单承运。',
  },
  {
    ...returnMembers,
    status: Ref(ReturnStatus),
    returnWaybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Return waybill', zh: '退货运单号' },
          {
            en: 'Waybill of the way back; its parcel names the original by relation RETURN.',
            zh: '退货所用运单；其包裹以 RETURN 关联原单。',
          },
        ),
      ),
    ),
    ...storedMembers,
  },
);
export type Return = Static<typeof Return>;

const { returnWaybillNo, ...unnumbered } = authorisedReturn;

export const returnMessage = defineMessage({
  schema: Return,
  requirements: [
    {
      id: 'RTN-001',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'The return waybill names the original by relation `RETURN`.',
        zh: '退货运单须关联原单。',
      },
      wire: '`getParcel.relatedWaybills`',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'authorised, with its waybill': authorisedReturn,
      'authorised, no waybill yet': unnumbered,
      'back at the store': {
        ...authorisedReturn,
        status: 'RECEIVED',
        revision: 4,
        updatedAt: '2026-11-21T09:40:00+08:00',
      },
    },
    invalid: {
      'an unknown status': {
        value: { ...authorisedReturn, status: 'DONE' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'the revision before the first': {
        value: { ...authorisedReturn, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
      'on its way without a waybill': {
        value: { ...unnumbered, status: 'IN_TRANSIT' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'its waybill is the original': {
        value: { ...authorisedReturn, returnWaybillNo: authorisedReturn.originalWaybillNo },
        breaks: { pointer: '/returnWaybillNo', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
