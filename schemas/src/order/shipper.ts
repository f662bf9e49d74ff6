import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, Ref, words } from '../define/index.ts';
import { AddressMasked } from '../vocabulary/address-masked.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { ContactMasked } from '../vocabulary/contact-masked.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { PublicAddress } from '../vocabulary/public-address.ts';
import { privatePerson, seaBreezeStore } from './_examples.ts';
import { ShipperKind } from './order-codes.ts';

/** Who sends: premises of an organisation are public, a person is masked like a consignee. */
export const Shipper = Closed(
  'Shipper',
  { en: 'Shipper', zh: '寄件人' },
  {
    en: 'Who sends: an organisation with its pickup address, or a person by reference and masked.',
    zh: '寄件方：单位给出名称与揽收地址；个人仅给出引用与脱敏信息。',
  },
  {
    kind: Ref(ShipperKind),
    party: Optional(
      Ref(
        PartyRef,
        words(
          { en: 'Organisation', zh: '单位' },
          { en: 'Given for an organisation.', zh: '寄件方为单位时给出。' },
        ),
      ),
    ),
    pickupAddress: Optional(
      Ref(
        PublicAddress,
        words(
          { en: 'Pickup address', zh: '揽收地址' },
          {
            en: 'Premises where parcels are picked up; given for an organisation.',
            zh: '揽收地点；寄件方为单位时给出。',
          },
        ),
      ),
    ),
    consignorRef: Optional(
      Ref(
        ConsigneeRef,
        words(
          { en: 'Consignor reference', zh: '寄件人引用' },
          {
            en: 'Random reference to the sender, in the format of a consignee reference; given for a person.',
            zh: '指向寄件人的随机引用，格式同收件人引用；寄件方为个人时给出。',
          },
        ),
      ),
    ),
    contactMasked: Optional(Ref(ContactMasked)),
    addressMasked: Optional(Ref(AddressMasked)),
  },
);
export type Shipper = Static<typeof Shipper>;

export const shipper = defineMessage({
  schema: Shipper,
  requirements: [],
  examples: {
    valid: {
      'an organisation with its warehouse': seaBreezeStore,
      'a person, masked': privatePerson,
    },
    invalid: {
      'an organisation without name': {
        value: { kind: 'ORGANISATION', pickupAddress: seaBreezeStore.pickupAddress },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a person without reference': {
        value: {
          kind: 'PERSON',
          contactMasked: privatePerson.contactMasked,
          addressMasked: privatePerson.addressMasked,
        },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'kind is missing': {
        value: { party: seaBreezeStore.party, pickupAddress: seaBreezeStore.pickupAddress },
        breaks: { pointer: '', rule: 'required' },
      },
      'the name of a person in the clear': {
        value: {
          ...privatePerson,
          contactMasked: { nameMasked: '李海棠', phoneMasked: '*******8000' },
        },
        breaks: { pointer: '/contactMasked/nameMasked', rule: 'pattern', requirement: 'ORD-002' },
      },
    },
  },
});
