import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Optional, Ref } from '../define/index.ts';
import { Address } from '../vocabulary/address.ts';
import { ConsentBasis } from '../vocabulary/consent-basis-codes.ts';
import { ConsigneeMasked } from '../vocabulary/consignee-masked.ts';
import { Contact } from '../vocabulary/contact.ts';
import { MergeKey } from '../vocabulary/merge-key.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { DeliveryNote } from './delivery-note.ts';

export const ConsigneeRegistration = Closed(
  'ConsigneeRegistration',
  { en: 'Registration of a consignee', zh: '收件人登记' },
  {
    en: 'Puts the plaintext of the consignee of one order into the vault of the platform.',
    zh: '将某一订单收件人的明文存入平台的保管库。',
  },
  {
    contact: Ref(Contact),
    address: Ref(Address),
    deliveryNote: Optional(Ref(DeliveryNote)),
    orderNo: Ref(OrderNo),
    basis: Ref(ConsentBasis),
  },
);
export type ConsigneeRegistration = Static<typeof ConsigneeRegistration>;

export const ConsigneeRegistered = Closed(
  'ConsigneeRegistered',
  { en: 'Registered consignee', zh: '已登记收件人' },
  {
    en: 'The masked consignee, with a reference that is random and holds for this order and this caller.',
    zh: '脱敏收件人及其引用；引用随机生成，仅对本订单和本调用方有效。',
  },
  { consignee: Ref(ConsigneeMasked), mergeKey: Optional(Ref(MergeKey)) },
);
export type ConsigneeRegistered = Static<typeof ConsigneeRegistered>;

const registration: ConsigneeRegistration = {
  contact: { name: '张三丰', mobile: '+8619900000001' },
  address: {
    region: {
      countryCode: 'CN',
      regionCode: '210204',
      regionCodeVersion: 'NBS-2023',
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '沙河口区',
    },
    road: '虚构路8号',
    building: '3号楼',
    unitRoom: '2单元502室',
    structured: true,
  },
  deliveryNote: '请放在门口的箱子里',
  orderNo: 'ORD20261101-0001',
  basis: 'CONTRACT',
};

const registered: ConsigneeRegistered = {
  consignee: {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
    addressMasked: {
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '沙河口区',
      tail: '****',
      regionCode: '210204',
      regionCodeVersion: 'NBS-2023',
    },
    addressQuality: 'PARSED',
  },
};

export const registerConsignee = defineOperation({
  name: 'register-consignee',
  since: '1.0',
  title: { en: 'Register a consignee', zh: '登记收件人' },
  description: {
    en: 'A second registration for one order replaces its consignee: the old reference is unknown from then on.',
    zh: '对同一订单的再次登记将替换其收件人：旧引用自此失效。',
  },
  servedBy: ['platform'],
  calledBy: ['merchant', 'isv'],
  method: 'POST',
  path: '/v1/consignees',
  request: ConsigneeRegistration,
  answer: { status: 201, body: ConsigneeRegistered },
  problems: ['MASKED_VALUE_AS_INPUT', 'NOT_FOUND', 'PLAINTEXT_PERSONAL_DATA', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'CSN-001',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: '`consigneeRef` differs for every recipient organisation and every order, also for one person.',
        zh: '引用按接收方和订单各不相同。',
      },
      wire: 'register one person for two couriers and two orders',
      judgedBy: 'check',
    },
    {
      id: 'CSN-002',
      level: 'MUST NOT',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: '`consigneeRef` is derived from personal data.',
        zh: '引用不得由个人信息推导。',
      },
      wire: 'the same person twice; search of digests',
      judgedBy: 'check',
    },
    {
      id: 'CSN-004',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Plaintext inputs with mask characters are refused with `MASKED_VALUE_AS_INPUT`.',
        zh: '明文输入含掩码字符须拒绝。',
      },
      wire: 'register `王**`',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a person in Dalian with a note': registration,
        'a landline alone is enough': {
          ...registration,
          contact: { name: '欧阳若虚', landline: '+8641100000001' },
        },
      },
      invalid: {
        'order number is missing': {
          value: {
            contact: registration.contact,
            address: registration.address,
            basis: 'CONTRACT',
          },
          breaks: { pointer: '', rule: 'required' },
        },
        'note is empty': {
          value: { ...registration, deliveryNote: '' },
          breaks: { pointer: '/deliveryNote', rule: 'minLength' },
        },
        'basis is unknown': {
          value: { ...registration, basis: 'MARKETING' },
          breaks: { pointer: '/basis', rule: 'enum' },
        },
        'a masked name comes back as input': {
          value: { ...registration, contact: { name: '张**', mobile: '+8619900000001' } },
          breaks: { pointer: '/contact/name', rule: 'masked-input', requirement: 'CSN-004' },
        },
        'a phone stands in the note': {
          value: { ...registration, deliveryNote: '到了请拨19900000001' },
          breaks: { pointer: '/deliveryNote', rule: 'digit-run' },
        },
      },
    },
    answer: {
      valid: {
        'reference and masked values': registered,
        'a key for combining orders': { ...registered, mergeKey: 'mk1_Zm9vYmFyYmF6cXV4MTIzNA' },
      },
      invalid: {
        'consignee is missing': {
          value: { mergeKey: 'mk1_Zm9vYmFyYmF6cXV4MTIzNA' },
          breaks: { pointer: '', rule: 'required' },
        },
        'the merge key has another prefix': {
          value: { ...registered, mergeKey: 'mk2_Zm9vYmFyYmF6cXV4MTIzNA' },
          breaks: { pointer: '/mergeKey', rule: 'pattern' },
        },
        'the plain phone comes along': {
          value: { ...registered, phone: '+8619900000001' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
