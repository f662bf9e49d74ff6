import type { Static } from '@sinclair/typebox';
import { defineEvent, Flag, Optional, Ref, Resource } from '../define/index.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { DeliveryPreference } from '../vocabulary/delivery-preference-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

export const ConsentChange = Resource(
  'ConsentChange',
  { en: 'Change of a consent', zh: '同意变更' },
  { en: 'That a consent was given or withdrawn.', zh: '同意已作出或已撤回。' },
  {
    consentId: Ref(ConsentId),
    waybillNo: Optional(Ref(WaybillNo)),
    preference: Ref(DeliveryPreference),
    granted: Flag(
      { en: 'Granted', zh: '是否同意' },
      { en: 'False: withdrawn.', zh: '为 false 表示已撤回。' },
    ),
    occurredAt: Ref(Instant),
  },
);
export type ConsentChange = Static<typeof ConsentChange>;

const change: ConsentChange = {
  consentId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6081',
  waybillNo: 'ZZ0000000001',
  preference: 'LOCKER',
  granted: true,
  occurredAt: '2026-11-01T18:20:01+08:00',
};
const { granted: _, ...withoutGranted } = change;

export const consentChanged = defineEvent({
  type: 'org.openwaybill.consignee.consent.changed',
  since: '1.0',
  title: { en: 'A consent changed', zh: '同意已变更' },
  from: ['platform'],
  to: ['courier', 'locker', 'service-point'],
  data: ConsentChange,
  subject: 'consentId',
  requirements: [],
  examples: {
    valid: { 'a locker is allowed': change, 'and forbidden again': { ...change, granted: false } },
    invalid: {
      'granted is missing': { value: withoutGranted, breaks: { pointer: '', rule: 'required' } },
      'granted is a word': {
        value: { ...change, granted: 'yes' },
        breaks: { pointer: '/granted', rule: 'type' },
      },
    },
  },
});
