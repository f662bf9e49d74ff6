import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, Optional, privacy, Ref, Resource, words } from '../define/index.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { DeliveryPreference } from '../vocabulary/delivery-preference-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ConsentScope } from './consignee-codes.ts';

/** What whoever got the consent sends; the record adds its withdrawal. */
export const consentMembers = {
  consentId: Ref(ConsentId),
  consigneeRef: Ref(ConsigneeRef),
  waybillNo: Optional(Ref(WaybillNo)),
  scope: Ref(ConsentScope),
  preference: Ref(DeliveryPreference),
  grantedAt: Ref(
    Instant,
    words(
      { en: 'Granted at', zh: '同意时刻' },
      { en: 'When the consignee consented.', zh: '收件人作出同意的时刻。' },
    ),
  ),
  channel: Line(
    20,
    { en: 'Channel', zh: '渠道' },
    { en: 'Where the consent was got.', zh: '取得同意的渠道。' },
    privacy('business', 'business-text'),
  ),
};

export const ConsentRecord = Resource(
  'ConsentRecord',
  { en: 'Consent record', zh: '同意记录' },
  {
    en: 'That a consignee agreed to a way of delivery other than to the door.',
    zh: '收件人同意某种非上门派送方式的记录。',
  },
  {
    ...consentMembers,
    withdrawnAt: Optional(
      Ref(
        Instant,
        words(
          { en: 'Withdrawn at', zh: '撤回时刻' },
          { en: 'Absent while the consent holds.', zh: '同意有效期间不出现。' },
        ),
      ),
    ),
  },
);
export type ConsentRecord = Static<typeof ConsentRecord>;

const record: ConsentRecord = {
  consentId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6081',
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  scope: 'ONE_PARCEL',
  preference: 'LOCKER',
  grantedAt: '2026-11-01T18:20:00+08:00',
  channel: 'APP',
};
const { scope: _, ...withoutScope } = record;

export const consentRecord = defineMessage({
  schema: ConsentRecord,
  requirements: [],
  examples: {
    valid: {
      'a locker for one parcel': record,
      'a standing consent, withdrawn': {
        ...record,
        scope: 'STANDING',
        withdrawnAt: '2026-11-02T09:00:00+08:00',
      },
    },
    invalid: {
      'scope is missing': { value: withoutScope, breaks: { pointer: '', rule: 'required' } },
      'granted on a day that does not exist': {
        value: { ...record, grantedAt: '2026-11-31T18:20:00+08:00' },
        breaks: { pointer: '/grantedAt', rule: 'format' },
      },
      'withdrawn before it was granted': {
        value: { ...record, withdrawnAt: '2026-10-31T09:00:00+08:00' },
        breaks: { pointer: '/withdrawnAt', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
