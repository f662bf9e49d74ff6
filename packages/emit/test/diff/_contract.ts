import { type Contract, contractIn } from '../../src/diff/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test changes a contract at any place
export type Draft = any;

const text = (word: string) => ({ en: word, zh: word });
const mark = { 'x-privacy': { class: 'business', kind: 'code' } };
const idOf = (name: string): string => `https://openwaybill.org/schemas/1.0.0/${name}.json`;
export const refTo = (name: string) => ({ $ref: idOf(name) });

const object = (name: string, properties: object, required: readonly string[]) => ({
  module: 'order',
  schema: {
    $id: idOf(name),
    title: name,
    description: name,
    type: 'object',
    additionalProperties: false,
    properties,
    required,
  },
});

const codes = (name: string, growth: object) => ({
  module: 'vocabulary',
  schema: {
    $id: idOf(name),
    title: name,
    type: 'string',
    enum: ['ONE', 'TWO'],
    'x-enum-descriptions': { ONE: text('One'), TWO: text('Two') },
    ...growth,
    ...mark,
  },
});

const list = (name: string, growth: unknown) => ({
  name,
  version: '2026-11',
  title: text(name),
  description: text(name),
  growth,
  codes: { ONE: { ...text('One'), rank: 1 }, TWO: { ...text('Two'), rank: 2 } },
  module: 'vocabulary',
});

const operation = (name: string, more: object) => ({
  name,
  operationId: name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
  module: 'order',
  since: '1.0',
  title: text(name),
  servedBy: ['courier'],
  calledBy: ['platform'],
  problems: ['NOT_FOUND'],
  pathParameters: [],
  requirements: [],
  ...more,
});

const requirement = (id: string, level: string, more: object = {}) => ({
  id,
  level,
  roles: ['courier'],
  position: 'server',
  tier: 'W',
  module: 'order',
  class: 'core',
  clause: 'SC-3',
  since: '1.0',
  text: text(id),
  wire: 'any',
  judgedBy: 'check',
  ...more,
});

/** A small release: one schema as request, answer and event, and one of everything else. */
const base = {
  name: 'openwaybill',
  version: '1.1.0',
  modules: [
    {
      name: 'order',
      chapter: 1,
      prefix: 'ORD',
      title: text('Order'),
      description: text('Order'),
      conformanceClass: 'core',
      clauses: ['SC-3'],
    },
  ],
  schemas: {
    Parcel: object(
      'Parcel',
      {
        parcelNo: {
          type: 'string',
          minLength: 3,
          maxLength: 20,
          pattern: '^([A-Z0-9]{1,20})$',
          ...mark,
        },
        weightGrams: { type: 'integer', minimum: 1, maximum: 1000, 'x-unit': 'g', ...mark },
        note: { type: 'string', minLength: 1, maxLength: 30, ...mark },
        payMode: refTo('PayMode'),
        colour: refTo('Colour'),
        tags: {
          type: 'array',
          minItems: 1,
          maxItems: 5,
          items: { type: 'string', minLength: 1, maxLength: 8, ...mark },
        },
        box: refTo('Box'),
        content: {
          type: 'object',
          oneOf: [refTo('Gift'), refTo('Book')],
          discriminator: {
            propertyName: 'kind',
            mapping: { GIFT: idOf('Gift'), BOOK: idOf('Book') },
          },
          required: ['kind'],
        },
        labels: { type: 'object', additionalProperties: true, maxProperties: 4 },
        phoneMasked: {
          type: 'string',
          minLength: 1,
          maxLength: 20,
          'x-privacy': {
            class: 'pseudonymous',
            kind: 'phone.mobile',
            mask: 'phone-1',
            log: 'masked',
          },
        },
      },
      ['parcelNo', 'weightGrams'],
    ),
    Box: object(
      'Box',
      { lengthMillimetres: { type: 'integer', minimum: 1, maximum: 9000, ...mark } },
      [],
    ),
    Gift: object(
      'Gift',
      {
        kind: { type: 'string', const: 'GIFT' },
        wrapping: { type: 'string', minLength: 1, maxLength: 9, ...mark },
      },
      ['kind'],
    ),
    Book: object('Book', { kind: { type: 'string', const: 'BOOK' } }, ['kind']),
    Card: object('Card', { kind: { type: 'string', const: 'CARD' } }, ['kind']),
    ParcelPage: object(
      'ParcelPage',
      { items: { type: 'array', minItems: 0, maxItems: 5, items: refTo('Parcel') } },
      ['items'],
    ),
    PayMode: codes('PayMode', {}),
    Colour: codes('Colour', { 'x-extensible': true, 'x-fallback': 'ONE' }),
    ParcelState: codes('ParcelState', {}),
    ParcelNo: {
      module: 'vocabulary',
      schema: { $id: idOf('ParcelNo'), type: 'string', minLength: 1, maxLength: 20, ...mark },
    },
  },
  operations: [
    operation('send-parcel', {
      method: 'POST',
      path: '/v1/parcels',
      request: 'Parcel',
      lifecycle: 'parcel',
      answer: { status: 201 },
      requirements: ['ORD-001'],
    }),
    operation('get-parcel', {
      method: 'GET',
      path: '/v1/parcels/{parcelNo}',
      pathParameters: ['parcelNo'],
      answer: { status: 200, body: 'Parcel' },
    }),
    operation('list-parcels', {
      method: 'GET',
      path: '/v1/parcels',
      query: {
        colour: refTo('Colour'),
        depot: { type: 'string', minLength: 1, maxLength: 9, ...mark },
      },
      requiredQuery: ['colour'],
      answer: { status: 200, body: 'ParcelPage' },
    }),
  ],
  events: [
    {
      type: 'org.openwaybill.order.parcel.sent',
      since: '1.0',
      title: text('Sent'),
      from: ['courier'],
      to: ['platform', 'merchant'],
      subject: 'parcelNo',
      lifecycle: 'parcel',
      states: ['SENT'],
      module: 'order',
      data: 'Parcel',
      requirements: [],
    },
  ],
  lifecycles: [
    {
      entity: 'parcel',
      title: text('Parcel'),
      refusals: 'ORD-001',
      states: {
        MADE: { ...text('Made'), terminal: false },
        SENT: { ...text('Sent'), terminal: false },
        GONE: { ...text('Gone'), terminal: true },
      },
      transitions: [
        { kind: 'command', on: 'send-parcel', from: [], to: 'MADE' },
        { kind: 'observation', on: 'SCANNED', from: ['MADE'], to: 'SENT' },
        { kind: 'timer', on: 'OVERDUE', from: ['SENT'], to: 'GONE', due: 'dueAt' },
      ],
      module: 'order',
    },
  ],
  codeLists: [
    list('PayMode', 'closed'),
    list('Colour', { fallback: 'ONE' }),
    list('ParcelState', 'closed'),
  ],
  requirements: [
    requirement('ORD-001', 'MUST', { about: 'send-parcel' }),
    requirement('ORD-002', 'SHOULD'),
    requirement('ORD-003', 'MAY'),
  ],
  problems: {
    NOT_FOUND: { status: 404, title: text('Not found'), when: text('never'), retryable: false },
    STATE_ILLEGAL: { status: 409, title: text('State'), when: text('late'), retryable: false },
    GONE: { status: 404, title: text('Gone'), when: text('gone'), retryable: false },
  },
  policy: {
    views: { routing: { members: ['region'] }, own: { members: ['region', 'nameMasked'] } },
    matrix: { COURIER: { ORDERED: { shows: ['routing'] } } },
  },
};

/** The small release with changes of its own. */
export const contractWith = (...changes: readonly ((contract: Draft) => void)[]): Contract => {
  const draft: Draft = structuredClone(base);
  for (const change of changes) change(draft);
  const read = contractIn(draft);
  if (!read.ok) throw new Error(`no contract: ${read.missing.join()}`);
  return read.contract;
};

/** Members of the one schema. */
export const parcel = (contract: Draft): Draft => contract.schemas.Parcel.schema;
/** Writes a code into a schema and its list, with another version. */
export const addCode = (contract: Draft, name: string, code: string): void => {
  contract.schemas[name].schema.enum.push(code);
  const its = listOf(contract, name);
  its.codes[code] = { ...text(code) };
  its.version = '2027-03';
};
export const listOf = (contract: Draft, name: string): Draft =>
  contract.codeLists.find((one: Draft) => one.name === name);
export const operationOf = (contract: Draft, name: string): Draft =>
  contract.operations.find((one: Draft) => one.name === name);
export const requirementOf = (contract: Draft, id: string): Draft =>
  contract.requirements.find((one: Draft) => one.id === id);
export { operation, requirement, text };
