import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource } from '../define/index.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { collected } from './_examples.ts';
import { collection } from './cash-on-delivery.ts';

/** How much, how and when; never from whom. */
export const CodCollection = Resource(
  'CodCollection',
  { en: 'Collection of cash', zh: '代收货款收款' },
  { en: 'Cash on delivery was collected.', zh: '代收货款已收款。' },
  { waybillNo: Ref(WaybillNo), ...collection },
);
export type CodCollection = Static<typeof CodCollection>;

const { method: _, ...withoutMethod } = collected;

/** Sent once a waybill. */
export const codCollected = defineEvent({
  type: 'org.openwaybill.settlement.cod.collected',
  since: '1.0',
  title: { en: 'Cash on delivery collected', zh: '代收货款已收款' },
  from: ['courier'],
  to: ['platform', 'merchant'],
  data: CodCollection,
  subject: 'waybillNo',
  lifecycle: 'cod',
  states: ['COLLECTED'],
  requirements: [
    {
      id: 'STL-006',
      level: 'MUST',
      roles: ['courier'],
      position: 'sender',
      tier: 'C',
      text: {
        en: '`COD_COLLECTED` in tracking and `settlement.cod.collected` agree in time and waybill.',
        zh: '轨迹与收款事件须一致。',
      },
      wire: 'pair',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'at the door': collected },
    invalid: {
      'how is missing': { value: withoutMethod, breaks: { pointer: '', rule: 'required' } },
      'a way of paying of no list': {
        value: { ...collected, method: 'CHEQUE' },
        breaks: { pointer: '/method', rule: 'enum' },
      },
    },
  },
});
