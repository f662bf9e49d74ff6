import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, Ref } from '../define/index.ts';
import { AddressMasked } from './address-masked.ts';
import { AddressQuality } from './address-quality-codes.ts';
import { ConsigneeRef } from './consignee-ref.ts';
import { ContactMasked } from './contact-masked.ts';

/** All that platform and courier exchange about a person. */
export const ConsigneeMasked = Closed(
  'ConsigneeMasked',
  { en: 'Masked consignee', zh: '脱敏收件人' },
  {
    en: 'Reference, masked contact and masked address of a consignee.',
    zh: '收件人的引用、脱敏联系人与脱敏地址。',
  },
  {
    consigneeRef: Ref(ConsigneeRef),
    contactMasked: Ref(ContactMasked),
    addressMasked: Ref(AddressMasked),
    addressQuality: Optional(Ref(AddressQuality)),
  },
);
export type ConsigneeMasked = Static<typeof ConsigneeMasked>;

export const consigneeMaskedMessage = defineMessage({
  schema: ConsigneeMasked,
  requirements: [],
  examples: {
    valid: {
      'a consignee in Dalian': {
        consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
        contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
        addressMasked: {
          provinceName: '辽宁省',
          cityName: '大连市',
          districtName: '中山区',
          regionCode: '210202',
          regionCodeVersion: 'NBS-2023',
          tail: '****',
        },
        addressQuality: 'PARSED',
      },
    },
    invalid: {
      'a wrong check character': {
        value: {
          consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5',
          contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
          addressMasked: { tail: '****' },
        },
        breaks: { pointer: '/consigneeRef', rule: 'check-digit' },
      },
      'no reference': {
        value: {
          contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
          addressMasked: { tail: '****' },
        },
        breaks: { pointer: '', rule: 'required' },
      },
      'a room in a masked address': {
        value: {
          consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
          contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
          addressMasked: { road: '虚构路 12 号 501室', tail: '****' },
        },
        breaks: { pointer: '/addressMasked/road', rule: 'plaintext' },
      },
    },
  },
});
