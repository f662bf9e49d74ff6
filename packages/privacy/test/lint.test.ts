import {
  AddressMasked,
  Closed,
  Contact,
  ContactMasked,
  defineEvent,
  defineOperation,
  type EventEntry,
  Line,
  NameMasked,
  nameOf,
  type OperationEntry,
  OrderNo,
  Part,
  PersonName,
  PhoneCn,
  type Privacy,
  privacy,
  Ref,
  type Registry,
  registry,
  Word,
} from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { lintPrivacy, TEXT_MASKS } from '../src/index.ts';

const words = [
  { en: 'Sample', zh: '样例' },
  { en: 'A sample.', zh: '样例。' },
] as const;
type Properties = Parameters<typeof Closed>[3];
type Schema = Properties[string];

/** A registry with the real vocabulary and one more schema, operation or event. */
const withSchema = (
  schema: Schema,
  more: {
    readonly operations?: readonly OperationEntry[];
    readonly events?: readonly EventEntry[];
    readonly example?: unknown;
  } = {},
) => {
  const schemas: Registry['schemas'] = new Map([
    ...registry.schemas,
    [
      nameOf(schema),
      {
        name: nameOf(schema),
        module: 'vocabulary',
        schema,
        examples: { valid: { sample: more.example ?? {} }, invalid: {} },
      },
    ],
  ]);
  return { schemas, operations: more.operations ?? [], events: more.events ?? [] };
};

const sampleOf = (properties: Properties) => Closed('Sample', ...words, properties);

const placesOf = (linted: ReturnType<typeof withSchema>) =>
  lintPrivacy(linted)
    .filter(({ about }) => !registry.schemas.has(about))
    .map(({ rule, pointer }) => `${rule} ${pointer}`);

const line = (annotations: object, maxLength = 40) => Line(maxLength, ...words, annotations);
const wrong = (value: object) => ({ 'x-privacy': value as Privacy });
const consignee = { subject: 'consignee' } as const;
const nameMask = { mask: 'cn-name-1', ...consignee } as const;
const published = (mask: keyof typeof TEXT_MASKS) => TEXT_MASKS[mask].pattern.slice(2, -2);

const broken: readonly (readonly [
  title: string,
  properties: Properties,
  want: readonly string[],
])[] = [
  ['a leaf has no x-privacy', { a: line({}) }, ['privacy-class /properties/a']],
  [
    'a leaf of a nested part has no x-privacy',
    { a: Part({ b: line({}) }) },
    ['privacy-class /properties/a/properties/b'],
  ],
  [
    'a class does not exist',
    { a: line(wrong({ class: 'private', kind: 'none' })) },
    ['privacy-class /properties/a'],
  ],
  [
    'a kind does not exist',
    { a: line(wrong({ class: 'personal', kind: 'person' })) },
    ['privacy-class /properties/a'],
  ],
  [
    'a mask does not exist',
    { aMasked: line(wrong({ class: 'pseudonymous', kind: 'person-name', mask: 'cn-name-9' })) },
    ['privacy-class /properties/aMasked'],
  ],
  [
    'a subject does not exist',
    { a: line(wrong({ class: 'personal', kind: 'person-name', subject: 'buyer' })) },
    ['privacy-class /properties/a'],
  ],
  [
    'a mask is for another kind',
    {
      aMasked: line({
        pattern: published('cn-name-1'),
        ...privacy('pseudonymous', 'email', nameMask),
      }),
    },
    ['privacy-class /properties/aMasked'],
  ],
  [
    'a masked member has another class',
    { nameMasked: Ref(NameMasked, privacy('personal', 'person-name', nameMask)) },
    ['privacy-class /properties/nameMasked'],
  ],
  [
    'a plain phone is below the floor of its kind',
    { a: line(privacy('business', 'phone.mobile')) },
    ['privacy-class /properties/a'],
  ],
  [
    'an identity number is below the floor of its kind',
    { a: line(privacy('personal', 'id-number', consignee)) },
    ['privacy-class /properties/a'],
  ],
  [
    'a reference lowers a name below its floor',
    { a: Ref(PersonName, privacy('business', 'person-name')) },
    ['privacy-class /properties/a'],
  ],
  [
    'a name says of nobody whose it is',
    { a: line(privacy('personal', 'person-name')) },
    ['privacy-class /properties/a'],
  ],
  ['a masked member is not named so', { name: Ref(NameMasked) }, ['mask-pattern /properties/name']],
  [
    'a member named masked has no mask',
    { nameMasked: Ref(PersonName) },
    ['mask-pattern /properties/nameMasked'],
  ],
  [
    'the pattern of a masked member admits plaintext',
    { nameMasked: line({ pattern: '.+', ...privacy('pseudonymous', 'person-name', nameMask) }) },
    ['mask-pattern /properties/nameMasked'],
  ],
  [
    'a masked member has no pattern',
    { nameMasked: line(privacy('pseudonymous', 'person-name', nameMask)) },
    ['mask-pattern /properties/nameMasked'],
  ],
  [
    'a phone mask has the pattern of names',
    {
      phoneMasked: line({
        pattern: published('cn-name-1'),
        ...privacy('pseudonymous', 'phone.mobile', { mask: 'phone-1', ...consignee }),
      }),
    },
    ['mask-pattern /properties/phoneMasked'],
  ],
  [
    'free text is said to be none',
    { a: line(privacy('business', 'none'), 100) },
    ['privacy-text /properties/a'],
  ],
  [
    'a personal member may be logged',
    { a: line(privacy('personal', 'note.freetext', { log: 'allowed' })) },
    ['privacy-log /properties/a'],
  ],
  [
    'a masked member may be logged as it is',
    {
      nameMasked: Ref(
        NameMasked,
        privacy('pseudonymous', 'person-name', { ...nameMask, log: 'allowed' }),
      ),
    },
    ['privacy-log /properties/nameMasked'],
  ],
];

const sound: Properties = {
  orderNo: Ref(OrderNo),
  contact: Ref(Contact),
  contactMasked: Ref(ContactMasked),
  nameMasked: Ref(NameMasked),
  note: line(privacy('personal', 'note.freetext', consignee), 100),
  size: line({ pattern: '[SML]', ...privacy('business', 'code') }),
};

const operationOf = (over: object): OperationEntry => ({
  ...defineOperation({
    name: 'list-samples',
    since: '1.0',
    title: words[0],
    servedBy: ['courier'],
    calledBy: ['platform'],
    method: 'GET',
    path: '/v1/samples',
    answer: { status: 204 },
    problems: [],
    requirements: [],
    examples: {},
  }),
  module: 'waybill',
  operationId: 'listSamples',
  pathParameters: [],
  ...over,
});

const eventOf = (properties: Properties): EventEntry => ({
  ...(defineEvent({
    type: 'org.openwaybill.sample.parcel.moved',
    since: '1.0',
    title: words[0],
    from: ['courier'],
    to: ['platform'],
    data: Closed('Sample', ...words, properties),
    subject: 'orderNo',
    requirements: [],
  }) as unknown as EventEntry),
  module: 'tracking',
});

describe('a schema is refused where', () => {
  test.each(broken)('%s', (_title, properties, want) => {
    expect(placesOf(withSchema(sampleOf(properties)))).toEqual(want);
  });

  test('a string has no bound', () => {
    const unbounded = Word('Sample', ...words, {
      maxLength: undefined as never,
      pattern: '[A-Z]+',
      ...privacy('business', 'code'),
    });
    expect(placesOf(withSchema(unbounded))).toEqual(['privacy-text ']);
  });

  test('a level of a masked address admits a mask character', () => {
    const { cityName: _, ...others } = AddressMasked.properties;
    const loose = Closed('AddressMasked', ...words, {
      ...others,
      cityName: line({
        pattern: '[^*]+',
        ...privacy('pseudonymous', 'addr.division', { mask: 'addr-1', ...consignee }),
      }),
    });
    expect(lintPrivacy(withSchema(loose)).map(({ pointer }) => pointer)).toEqual([
      '/properties/cityName',
    ]);
  });
});

test('a sound schema has no finding', () => {
  expect(placesOf(withSchema(sampleOf(sound)))).toEqual([]);
});

describe('a parameter of a URL', () => {
  test.each([
    ['a phone is refused', { query: { phone: Ref(PhoneCn) } }, ['no-private-in-url /phone']],
    ['a masked name is refused', { query: { who: Ref(NameMasked) } }, ['no-private-in-url /who']],
    [
      'a parameter of the path that is no word is refused',
      { pathParameters: ['sampleNo'] },
      ['no-private-in-url /sampleNo'],
    ],
    [
      'a name in the path is refused',
      { pathParameters: ['personName'] },
      ['no-private-in-url /personName'],
    ],
    [
      'a number of an order passes',
      { query: { orderNo: Ref(OrderNo) }, pathParameters: ['orderNo'] },
      [],
    ],
  ])('%s', (_title, over, want) => {
    expect(placesOf(withSchema(sampleOf({}), { operations: [operationOf(over)] }))).toEqual(want);
  });
});

describe('an event', () => {
  const twice = (pointer: string) => [`privacy-class ${pointer}`, `privacy-class ${pointer}`];
  test.each([
    ['with a plain contact is refused', { contact: Ref(Contact) }, '/contact/name'],
    [
      'with a masked contact is refused',
      { contactMasked: Ref(ContactMasked) },
      '/contactMasked/nameMasked',
    ],
  ])('%s', (_title, properties, pointer) => {
    const linted = withSchema(sampleOf({}), { events: [eventOf(properties)] });
    expect(placesOf(linted)).toEqual(expect.arrayContaining(twice(pointer)));
  });

  test('with a number of an order passes', () => {
    expect(
      placesOf(withSchema(sampleOf({}), { events: [eventOf({ orderNo: Ref(OrderNo) })] })),
    ).toEqual([]);
  });
});

describe('an example', () => {
  test.each([
    ['a mobile outside the fiction set is refused', '请打 17900000000', 1],
    ['a number abroad outside the fiction set is refused', '+15555550242', 1],
    ['an e-mail host that may exist is refused', 'zs@openwaybill.org', 1],
    ['a mobile of the fiction set passes', '+8619900000001', 0],
    ['a reserved e-mail host passes', 'zs@corp.example', 0],
    ['a number of a waybill passes', 'SF1790000000090', 0],
  ])('%s', (_title, text, count) => {
    const linted = withSchema(sampleOf(sound), { example: { note: [text] } });
    expect(placesOf(linted)).toEqual(
      Array.from({ length: count }, () => 'privacy-example /valid/sample/note/0'),
    );
  });
});
