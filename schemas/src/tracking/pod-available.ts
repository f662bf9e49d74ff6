import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PodMethod } from '../vocabulary/pod-method-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** Names neither the signer nor an attachment. */
export const PodNotice = Resource(
  'PodNotice',
  { en: 'Notice of a proof of delivery', zh: '签收凭证通知' },
  { en: 'A proof of delivery can be read now.', zh: '签收凭证已可查询。' },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    method: Ref(PodMethod),
    signedAt: Ref(
      Instant,
      words(
        { en: 'Signed at', zh: '签收时刻' },
        { en: 'When it was signed for.', zh: '签收的时刻。' },
      ),
    ),
  },
);
export type PodNotice = Static<typeof PodNotice>;

const notice = {
  carrierCode: 'ZZ',
  waybillNo: 'ZZ010000000016',
  method: 'CONSIGNEE_SIGNED',
  signedAt: '2026-11-24T15:02:00+08:00',
} as const;

/** Sent when a proof of delivery can be read. */
export const podAvailable = defineEvent({
  type: 'org.openwaybill.tracking.pod.available',
  since: '1.0',
  title: { en: 'Proof of delivery available', zh: '签收凭证可查询' },
  from: ['courier'],
  to: ['platform'],
  data: PodNotice,
  subject: 'waybillNo',
  requirements: [],
  examples: {
    valid: { 'signed by the consignee': notice },
    invalid: {
      'signer does not belong in an event': {
        value: { ...notice, signedByMasked: '张**' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'method is prose': {
        value: { ...notice, method: 'signed' },
        breaks: { pointer: '/method', rule: 'enum' },
      },
    },
  },
});
