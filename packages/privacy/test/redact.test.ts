import {
  AddressMasked,
  Closed,
  ConsigneeRef,
  Contact,
  ContactMasked,
  Extensions,
  Flag,
  GeoPoint,
  Line,
  ListOf,
  NameMasked,
  nameOf,
  OrderNo,
  PersonName,
  PhoneCn,
  PhoneMasked,
  privacy,
  Ref,
  type Registry,
  Revision,
  registry,
  VirtualNumber,
} from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { redact } from '../src/index.ts';

const words = [
  { en: 'Sample', zh: '样例' },
  { en: 'A sample.', zh: '样例。' },
] as const;

const Parcel = Closed('SampleParcel', ...words, {
  orderNo: Ref(OrderNo),
  revision: Ref(Revision),
  consigneeRef: Ref(ConsigneeRef),
  contactMasked: Ref(ContactMasked),
  addressMasked: Ref(AddressMasked),
  contact: Ref(Contact),
  virtualNumber: Ref(VirtualNumber),
  numbers: ListOf(Ref(PhoneMasked), 0, 5),
  senderNameMasked: Ref(
    NameMasked,
    privacy('pseudonymous', 'person-name', { mask: 'cn-name-1', subject: 'consignor' }),
  ),
  shopName: Ref(PersonName, privacy('business', 'org-name')),
  geo: Ref(GeoPoint, privacy('sensitive', 'geo.trace')),
  courierPhone: Ref(
    PhoneCn,
    privacy('personal', 'phone.mobile', { log: 'masked', subject: 'courier-staff' }),
  ),
  urgent: Flag(...words),
  note: Line(100, ...words, privacy('personal', 'note.freetext')),
  undeclared: Line(20, ...words, {}),
  extensions: Ref(Extensions),
});
type Parcel = Readonly<Record<string, unknown>>;

const schemas: Registry['schemas'] = new Map([
  ...registry.schemas,
  [
    nameOf(Parcel),
    {
      name: nameOf(Parcel),
      module: 'vocabulary',
      schema: Parcel,
      examples: { valid: {}, invalid: {} },
    },
  ],
]);

const contactMasked = { nameMasked: '张**', phoneMasked: '*******0001' };
const addressMasked = { provinceName: '辽宁省', cityName: '大连市', tail: '****' };
const hiddenAddress = { provinceName: '[personal]', cityName: '[personal]', tail: '[personal]' };

const cases: readonly (readonly [title: string, given: Parcel, want: unknown])[] = [
  [
    'numbers of documents, counts and references stay',
    { orderNo: 'ORDER-00000001', revision: 2, consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
    { orderNo: 'ORDER-00000001', revision: 2, consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' },
  ],
  [
    'plaintext of a person goes',
    { contact: { name: '张三丰', mobile: '+8619900000001' }, note: '放门口' },
    { contact: { name: '[personal]', mobile: '[personal]' }, note: '[personal]' },
  ],
  [
    'of the masked values of one person the first stays',
    { contactMasked, addressMasked },
    {
      contactMasked: { nameMasked: '张**', phoneMasked: '[personal]' },
      addressMasked: hiddenAddress,
    },
  ],
  [
    'the levels of one masked address stay together',
    { addressMasked, contactMasked },
    {
      addressMasked,
      contactMasked: { nameMasked: '[personal]', phoneMasked: '[personal]' },
    },
  ],
  [
    'masked values of two persons both stay',
    { senderNameMasked: '李**', contactMasked: { nameMasked: '张**' } },
    { senderNameMasked: '李**', contactMasked: { nameMasked: '张**' } },
  ],
  [
    'plaintext in a masked member goes',
    { contactMasked: { nameMasked: '张三丰', phoneMasked: '*******0001' } },
    { contactMasked: { nameMasked: '[personal]', phoneMasked: '*******0001' } },
  ],
  [
    'a virtual number is logged masked',
    { virtualNumber: '+8619900000001' },
    { virtualNumber: '*******0001' },
  ],
  [
    'a plain phone that says so is logged masked',
    { courierPhone: '+8619900000001' },
    { courierPhone: '*******0001' },
  ],
  ['a reference that lowers the class decides', { shopName: '样例商行' }, { shopName: '样例商行' }],
  [
    'a reference that raises the class decides for every member',
    { geo: { longitudeMicrodegrees: 1, latitudeMicrodegrees: 2, crs: 'WGS84' } },
    {
      geo: {
        longitudeMicrodegrees: '[personal]',
        latitudeMicrodegrees: '[personal]',
        crs: '[personal]',
      },
    },
  ],
  [
    'items of a list of one subject show one masked value',
    { numbers: ['*******0001', '*******0002'] },
    { numbers: ['*******0001', '[personal]'] },
  ],
  [
    'members that no schema names are left out',
    { 张三丰: '19900000001', revision: 1 },
    { revision: 1 },
  ],
  [
    'a member of the wrong type goes',
    {
      revision: '19900000001',
      orderNo: { name: '张三丰' },
      contact: '张三丰',
      numbers: '1',
      urgent: 1,
    },
    {
      revision: '[personal]',
      orderNo: '[personal]',
      contact: '[personal]',
      numbers: '[personal]',
      urgent: '[personal]',
    },
  ],
  ['a leaf without a class goes', { undeclared: 'x' }, { undeclared: '[personal]' }],
  [
    'private data of two parties goes',
    { extensions: { 'com.example': 'x' } },
    { extensions: '[personal]' },
  ],
];

describe('a message as it may be logged', () => {
  test.each(cases)('%s', (_title, given, want) => {
    expect(redact(given, 'SampleParcel', { schemas })).toEqual(want);
  });

  test('a message of an unknown schema goes whole', () => {
    expect(redact({ revision: 1 }, 'NoSuchSchema', { schemas })).toBe('[personal]');
  });

  test('no valid example of a plain contact survives', () => {
    const valid = Object.values(registry.schemas.get('Contact')?.examples.valid ?? {});
    expect(valid.length).toBeGreaterThan(0);
    for (const example of valid)
      for (const text of Object.values(example as object))
        expect(JSON.stringify(redact(example, 'Contact', registry))).not.toContain(text);
  });
});
