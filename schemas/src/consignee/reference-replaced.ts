import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';

export const ReferenceReplacement = Resource(
  'ReferenceReplacement',
  { en: 'Replacement of a reference', zh: '引用替换' },
  {
    en: 'That an order has another consignee; the old reference is unknown from then on.',
    zh: '订单收件人已变更；旧引用自此失效。',
  },
  {
    orderNo: Ref(OrderNo),
    oldConsigneeRef: Ref(
      ConsigneeRef,
      words({ en: 'Old reference', zh: '旧引用' }, { en: 'Unknown by now.', zh: '已失效。' }),
    ),
    newConsigneeRef: Ref(
      ConsigneeRef,
      words({ en: 'New reference', zh: '新引用' }, { en: 'Holds from now on.', zh: '自此有效。' }),
    ),
    occurredAt: Ref(Instant),
  },
);
export type ReferenceReplacement = Static<typeof ReferenceReplacement>;

const replacement: ReferenceReplacement = {
  orderNo: 'ORD20261101-0001',
  oldConsigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  newConsigneeRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
  occurredAt: '2026-11-01T18:20:00+08:00',
};
const { newConsigneeRef: _, ...withoutNew } = replacement;

export const referenceReplaced = defineEvent({
  type: 'org.openwaybill.consignee.reference.replaced',
  since: '1.0',
  title: { en: 'A reference was replaced', zh: '引用已替换' },
  from: ['platform'],
  to: ['courier'],
  data: ReferenceReplacement,
  subject: 'orderNo',
  requirements: [],
  examples: {
    valid: { 'another consignee': replacement },
    invalid: {
      'the new reference is missing': {
        value: withoutNew,
        breaks: { pointer: '', rule: 'required' },
      },
      'the old reference has a wrong check character': {
        value: { ...replacement, oldConsigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' },
        breaks: { pointer: '/oldConsigneeRef', rule: 'check-digit' },
      },
      'a masked name comes along': {
        value: { ...replacement, nameMasked: '张**' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
