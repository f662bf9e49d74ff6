import { expect, test } from 'vitest';
import { diffContracts, type Finding, type Party } from '../../src/diff/index.ts';
import { addCode, contractWith, type Draft, listOf, parcel, refTo } from './_contract.ts';

type Want = {
  readonly rule: string;
  readonly verdict: string;
  readonly categories?: readonly string[];
  readonly passages: readonly [oldToNew: string, newToOld: string];
  readonly hurt: keyof typeof HURT;
  /** `body` with what the refusing side says, or what else there is to show. */
  readonly shows: string;
};
type Case = readonly [
  title: string,
  {
    readonly given: (now: Draft) => void;
    readonly before?: (old: Draft) => void;
    readonly want: Want;
  },
];

/** Whoever stands at that end of the one request, the one answer and the one event that carry the schema. */
const HURT = {
  nobody: { request: [], answer: [], event: [] },
  sender: {
    request: ['platform as caller'],
    answer: ['courier as server'],
    event: ['courier as sender'],
  },
  receiver: {
    request: ['courier as server'],
    answer: ['platform as caller'],
    event: ['platform, merchant as receiver'],
  },
  both: {
    request: ['platform as caller', 'courier as server'],
    answer: ['courier as server', 'platform as caller'],
    event: ['courier as sender', 'platform, merchant as receiver'],
  },
} as const;

const said = ({ roles, position }: Party): string => `${roles.join(', ')} as ${position}`;

const hurtIn = (finding: Finding, message: string): readonly string[] =>
  finding.effects.find((effect) => effect.message === message)?.hurt.map(said) ?? ['no effect'];

const shown = ({ evidence }: Finding): string => {
  if (evidence === undefined) return 'nothing to show';
  return evidence.kind === 'body'
    ? `${evidence.example.direction} ${evidence.example.refusal.rule}`
    : evidence.kind;
};

const members = (contract: Draft): Draft => parcel(contract).properties;
const require = (contract: Draft, ...names: readonly string[]): void => {
  parcel(contract).required.push(...names);
};

const CASES: readonly Case[] = [
  [
    'an optional member is added',
    {
      given: (now) => {
        members(now).sortedOn = { type: 'string', minLength: 1, maxLength: 9 };
      },
      want: {
        rule: 'CMP-001',
        verdict: 'minor',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a closed object is opened',
    {
      given: (now) => {
        now.schemas.Box.schema.additionalProperties = true;
      },
      want: {
        rule: 'CMP-001',
        verdict: 'minor',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a required member is added',
    {
      given: (now) => {
        members(now).depot = { type: 'string', minLength: 1, maxLength: 9 };
        require(now, 'depot');
      },
      want: {
        rule: 'CMP-002',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new required',
      },
    },
  ],
  [
    'a required member becomes optional',
    {
      given: (now) => {
        parcel(now).required = ['parcelNo'];
      },
      want: {
        rule: 'CMP-003',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old required',
      },
    },
  ],
  [
    'an optional member becomes required',
    {
      given: (now) => require(now, 'payMode'),
      want: {
        rule: 'CMP-004',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new required',
      },
    },
  ],
  [
    'an optional member is removed',
    {
      given: (now) => {
        delete members(now).note;
      },
      want: {
        rule: 'CMP-005',
        verdict: 'major',
        categories: ['MEANING'],
        passages: ['ok', 'ok'],
        hurt: 'receiver',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a required member is removed',
    {
      given: (now) => {
        delete members(now).weightGrams;
        parcel(now).required = ['parcelNo'];
      },
      want: {
        rule: 'CMP-006',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old required',
      },
    },
  ],
  [
    'a required member is renamed',
    {
      given: (now) => {
        members(now).massGrams = members(now).weightGrams;
        delete members(now).weightGrams;
        parcel(now).required = ['parcelNo', 'massGrams'];
      },
      want: {
        rule: 'CMP-007',
        verdict: 'major',
        categories: ['WIRE', 'SOURCE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new required',
      },
    },
  ],
  [
    'an optional member is renamed',
    {
      given: (now) => {
        members(now).remark = members(now).note;
        delete members(now).note;
      },
      want: {
        rule: 'CMP-007',
        verdict: 'major',
        categories: ['WIRE', 'SOURCE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a required member is moved to another object',
    {
      given: (now) => {
        now.schemas.Box.schema.properties.weightGrams = members(now).weightGrams;
        delete members(now).weightGrams;
        parcel(now).required = ['parcelNo'];
      },
      want: {
        rule: 'CMP-008',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'new-to-old required',
      },
    },
  ],
  [
    'a text becomes a number',
    {
      given: (now) => {
        members(now).note = { type: 'integer', minimum: 1, maximum: 9 };
      },
      want: {
        rule: 'CMP-010',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new type',
      },
    },
  ],
  [
    'one becomes a list',
    {
      given: (now) => {
        members(now).box = { type: 'array', minItems: 1, maxItems: 3, items: refTo('Box') };
      },
      want: {
        rule: 'CMP-010',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new type',
      },
    },
  ],
  [
    'a format is added',
    {
      given: (now) => {
        members(now).note.format = 'uri';
      },
      want: {
        rule: 'CMP-011',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new format',
      },
    },
  ],
  [
    'a constant changes',
    {
      given: (now) => {
        now.schemas.Gift.schema.properties.kind.const = 'PRESENT';
      },
      want: {
        rule: 'CMP-011',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new discriminator',
      },
    },
  ],
  [
    'null becomes allowed',
    {
      given: (now) => {
        members(now).note.type = ['string', 'null'];
      },
      want: {
        rule: 'CMP-012',
        verdict: 'forbidden',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old type',
      },
    },
  ],
  [
    'a longest text is shortened',
    {
      given: (now) => {
        members(now).note.maxLength = 20;
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new maxLength',
      },
    },
  ],
  [
    'a shortest text with a pattern is lengthened',
    {
      given: (now) => {
        members(now).parcelNo.minLength = 10;
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new minLength',
      },
    },
  ],
  [
    'a highest number is lowered',
    {
      given: (now) => {
        members(now).weightGrams.maximum = 500;
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new maximum',
      },
    },
  ],
  [
    'a longest list is shortened',
    {
      given: (now) => {
        members(now).tags.maxItems = 3;
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new maxItems',
      },
    },
  ],
  [
    'items have to differ',
    {
      given: (now) => {
        members(now).tags.uniqueItems = true;
        members(now).tags.minItems = 1;
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new uniqueItems',
      },
    },
  ],
  [
    'a pattern is added',
    {
      given: (now) => {
        members(now).note.pattern = '^([a-z]{1,30})$';
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new pattern',
      },
    },
  ],
  [
    'a pattern takes fewer texts, and that is proven',
    {
      given: (now) => {
        members(now).parcelNo.pattern = '^([A-Z]{1,20})$';
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new pattern',
      },
    },
  ],
  [
    'a check digit is asked for',
    {
      given: (now) => {
        members(now).parcelNo['x-check'] = 'gs1';
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a longest text is lengthened',
    {
      given: (now) => {
        members(now).note.maxLength = 40;
      },
      want: {
        rule: 'CMP-014',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old maxLength',
      },
    },
  ],
  [
    'a lowest number is lowered',
    {
      given: (now) => {
        members(now).weightGrams.minimum = 0;
      },
      want: {
        rule: 'CMP-014',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old minimum',
      },
    },
  ],
  [
    'more members are taken in an open object',
    {
      given: (now) => {
        members(now).labels.maxProperties = 6;
      },
      want: {
        rule: 'CMP-014',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old maxProperties',
      },
    },
  ],
  [
    'a pattern takes more texts, and that is proven',
    {
      given: (now) => {
        members(now).parcelNo.pattern = '^([A-Z0-9-]{1,20})$';
      },
      want: {
        rule: 'CMP-014',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old pattern',
      },
    },
  ],
  [
    'a pattern is written in another way',
    {
      given: (now) => {
        members(now).parcelNo.pattern = '^([0-9A-Z]{1,19}[A-Z0-9]?)$';
      },
      want: {
        rule: 'CMP-015',
        verdict: 'patch',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a pattern takes other texts',
    {
      given: (now) => {
        members(now).parcelNo.pattern = '^([A-Z-]{1,20})$';
      },
      want: {
        rule: 'CMP-015',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'old-to-new pattern',
      },
    },
  ],
  [
    'a pattern that cannot be compared changes',
    {
      before: (old) => {
        members(old).note.pattern = '^(?!X).*$';
      },
      given: (now) => {
        members(now).note.pattern = '^(?!Y).*$';
      },
      want: {
        rule: 'CMP-015',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['unproven', 'unproven'],
        hurt: 'both',
        shows: 'not-found',
      },
    },
  ],
  [
    'a keyword comes that nobody can judge',
    {
      given: (now) => {
        parcel(now).dependentRequired = { note: ['payMode'] };
      },
      want: {
        rule: 'CMP-015',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['unproven', 'unproven'],
        hurt: 'both',
        shows: 'old-to-new dependentRequired',
      },
    },
  ],
  [
    'a default is added',
    {
      given: (now) => {
        members(now).note.default = 'none';
      },
      want: {
        rule: 'CMP-016',
        verdict: 'forbidden',
        categories: ['MEANING'],
        passages: ['misread', 'misread'],
        hurt: 'sender',
        shows: 'undetectable',
      },
    },
  ],
  [
    'an open object is closed',
    {
      given: (now) => {
        members(now).labels.additionalProperties = false;
      },
      want: {
        rule: 'CMP-017',
        verdict: 'forbidden',
        categories: ['WIRE'],
        passages: ['refused', 'not-asked'],
        hurt: 'sender',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a unit changes under the same name',
    {
      given: (now) => {
        members(now).weightGrams['x-unit'] = 'kg';
      },
      want: {
        rule: 'CMP-018',
        verdict: 'forbidden',
        categories: ['MEANING'],
        passages: ['misread', 'misread'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a code is added to an extensible list',
    {
      given: (now) => addCode(now, 'Colour', 'THREE'),
      want: {
        rule: 'CMP-020',
        verdict: 'minor',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a code is added to a closed list',
    {
      given: (now) => addCode(now, 'PayMode', 'WALLET'),
      want: {
        rule: 'CMP-021',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old enum',
      },
    },
  ],
  [
    'a value is added to an enumeration without a list',
    {
      before: (old) => {
        members(old).note.enum = ['A', 'B'];
      },
      given: (now) => {
        members(now).note.enum = ['A', 'B', 'C'];
      },
      want: {
        rule: 'CMP-021',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old enum',
      },
    },
  ],
  [
    'a closed set opens to a form, as one change',
    {
      before: (old) => {
        members(old).note.enum = ['1.0', '1.1'];
      },
      given: (now) => {
        delete members(now).note.enum;
        members(now).note.maxLength = 7;
        members(now).note.pattern = '^([0-9]{1,3}[.][0-9]{1,3})$';
      },
      want: {
        rule: 'CMP-014',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old enum',
      },
    },
  ],
  [
    'a form becomes a closed set, as one change',
    {
      before: (old) => {
        members(old).note.pattern = '^([0-9]{1,3}[.][0-9]{1,3})$';
      },
      given: (now) => {
        delete members(now).note.pattern;
        members(now).note.enum = ['1.0', '1.1'];
      },
      want: {
        rule: 'CMP-013',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new enum',
      },
    },
  ],
  [
    'a code is removed',
    {
      given: (now) => {
        now.schemas.PayMode.schema.enum = ['ONE'];
        delete listOf(now, 'PayMode').codes.TWO;
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-022',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new enum',
      },
    },
  ],
  [
    'a code is deprecated',
    {
      given: (now) => {
        listOf(now, 'PayMode').codes.TWO.status = 'DEPRECATED';
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-023',
        verdict: 'minor',
        categories: ['DUTY'],
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a member is deprecated',
    {
      given: (now) => {
        members(now).note.deprecated = true;
      },
      want: {
        rule: 'CMP-023',
        verdict: 'minor',
        categories: ['DUTY'],
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a retired code is used again',
    {
      before: (old) => {
        listOf(old, 'PayMode').codes.TWO.status = 'RETIRED';
      },
      given: (now) => {
        delete listOf(now, 'PayMode').codes.TWO.status;
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-024',
        verdict: 'forbidden',
        categories: ['MEANING'],
        passages: ['misread', 'misread'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a closed list becomes extensible',
    {
      given: (now) => {
        Object.assign(now.schemas.PayMode.schema, { 'x-extensible': true, 'x-fallback': 'ONE' });
        listOf(now, 'PayMode').growth = { fallback: 'ONE' };
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-025',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old enum',
      },
    },
  ],
  [
    'an extensible list is closed',
    {
      given: (now) => {
        delete now.schemas.Colour.schema['x-extensible'];
        delete now.schemas.Colour.schema['x-fallback'];
        listOf(now, 'Colour').growth = 'closed';
        listOf(now, 'Colour').version = '2027-03';
      },
      want: {
        rule: 'CMP-026',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new enum',
      },
    },
  ],
  [
    'a list falls back to another code',
    {
      given: (now) => {
        now.schemas.Colour.schema['x-fallback'] = 'TWO';
        listOf(now, 'Colour').growth = { fallback: 'TWO' };
        listOf(now, 'Colour').version = '2027-03';
      },
      want: {
        rule: 'CMP-027',
        verdict: 'major',
        categories: ['MEANING'],
        passages: ['ok', 'ok'],
        hurt: 'receiver',
        shows: 'undetectable',
      },
    },
  ],
  [
    'the words of a code are corrected',
    {
      given: (now) => {
        listOf(now, 'PayMode').codes.TWO.zh = '二';
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-028',
        verdict: 'patch',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a list changes and keeps its version',
    {
      given: (now) => {
        listOf(now, 'PayMode').codes.TWO.zh = '二';
      },
      want: {
        rule: 'CMP-029',
        verdict: 'forbidden',
        categories: ['MEANING'],
        passages: ['ok', 'ok'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a branch is added to a closed union',
    {
      given: (now) => {
        members(now).content.oneOf.push(refTo('Card'));
        members(now).content.discriminator.mapping.CARD = refTo('Card').$ref;
      },
      want: {
        rule: 'CMP-031',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['ok', 'refused'],
        hurt: 'receiver',
        shows: 'new-to-old discriminator',
      },
    },
  ],
  [
    'a branch of a union is removed',
    {
      given: (now) => {
        members(now).content.oneOf.pop();
        delete members(now).content.discriminator.mapping.BOOK;
      },
      want: {
        rule: 'CMP-032',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'ok'],
        hurt: 'sender',
        shows: 'old-to-new discriminator',
      },
    },
  ],
  [
    'the discriminator of a union maps to another schema',
    {
      given: (now) => {
        members(now).content.discriminator.mapping.BOOK = refTo('Gift').$ref;
      },
      want: {
        rule: 'CMP-011',
        verdict: 'major',
        categories: ['WIRE'],
        passages: ['refused', 'refused'],
        hurt: 'both',
        shows: 'not-found',
      },
    },
  ],
  [
    'another name stands in generated code',
    {
      given: (now) => {
        members(now).note['x-codegen-name'] = 'remark';
      },
      want: {
        rule: 'CMP-055',
        verdict: 'major',
        categories: ['SOURCE'],
        passages: ['ok', 'ok'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'receivers order a code in another way',
    {
      given: (now) => {
        listOf(now, 'PayMode').codes.TWO.rank = 0;
        listOf(now, 'PayMode').version = '2027-03';
      },
      want: {
        rule: 'CMP-073',
        verdict: 'major',
        categories: ['MEANING'],
        passages: ['misread', 'misread'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a privacy class is lowered',
    {
      given: (now) => {
        members(now).phoneMasked['x-privacy'].class = 'business';
      },
      want: {
        rule: 'CMP-100',
        verdict: 'forbidden',
        categories: ['DUTY'],
        passages: ['not-asked', 'not-asked'],
        hurt: 'nobody',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a mask is taken away',
    {
      given: (now) => {
        delete members(now).phoneMasked['x-privacy'].mask;
      },
      want: {
        rule: 'CMP-100',
        verdict: 'forbidden',
        categories: ['DUTY'],
        passages: ['not-asked', 'not-asked'],
        hurt: 'nobody',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a privacy class is raised as far as an event may carry it',
    {
      given: (now) => {
        members(now).note['x-privacy'] = { class: 'pseudonymous', kind: 'code' };
      },
      want: {
        rule: 'CMP-101',
        verdict: 'erratum',
        categories: ['DUTY', 'WIRE'],
        passages: ['unproven', 'unproven'],
        hurt: 'receiver',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a log hides more',
    {
      given: (now) => {
        members(now).phoneMasked['x-privacy'].log = 'never';
      },
      want: {
        rule: 'CMP-101',
        verdict: 'erratum',
        categories: ['DUTY', 'WIRE'],
        passages: ['unproven', 'unproven'],
        hurt: 'receiver',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a member of an event rises above what events may carry',
    {
      given: (now) => {
        members(now).note['x-privacy'] = { class: 'personal', kind: 'code' };
      },
      want: {
        rule: 'CMP-042',
        verdict: 'forbidden',
        categories: ['DUTY'],
        passages: ['not-asked', 'not-asked'],
        hurt: 'nobody',
        shows: 'undetectable',
      },
    },
  ],
  [
    'a description is rewritten',
    {
      given: (now) => {
        parcel(now).description = 'A thing that is carried';
      },
      want: {
        rule: 'CMP-110',
        verdict: 'patch',
        passages: ['ok', 'ok'],
        hurt: 'nobody',
        shows: 'nothing to show',
      },
    },
  ],
  [
    'a schema has another address',
    {
      given: (now) => {
        const moved = JSON.stringify(now.schemas).replaceAll(
          'openwaybill.org',
          'elsewhere.example',
        );
        now.schemas = JSON.parse(moved);
      },
      want: {
        rule: 'CMP-111',
        verdict: 'forbidden',
        categories: ['MEANING'],
        passages: ['unproven', 'unproven'],
        hurt: 'both',
        shows: 'undetectable',
      },
    },
  ],
];

const MESSAGES = {
  request: 'send-parcel request',
  answer: 'get-parcel answer',
  event: 'org.openwaybill.order.parcel.sent',
} as const;

test.each(CASES)('%s', (_title, { given, before = () => {}, want }) => {
  const diff = diffContracts(contractWith(before), contractWith(before, given), { samples: 5 });
  const finding = diff.findings.find(({ rule }) => rule === want.rule) as Finding;
  expect(diff.findings.map(({ rule }) => rule)).toContain(want.rule);
  expect({
    verdict: finding.verdict,
    categories: finding.categories,
    passages: [finding.oldToNew, finding.newToOld],
    shows: shown(finding),
    ...Object.fromEntries(
      Object.entries(MESSAGES).map(([kind, message]) => [kind, hurtIn(finding, message)]),
    ),
  }).toEqual({
    verdict: want.verdict,
    categories: want.categories ?? [],
    passages: want.passages,
    shows: want.shows,
    ...HURT[want.hurt],
  });
  expect(diff.experiment.contradictions).toEqual([]);
});

test('a branch is added to an extensible union', () => {
  const open = (contract: Draft): void => {
    members(contract).content['x-extensible'] = true;
  };
  const diff = diffContracts(
    contractWith(open),
    contractWith(open, (now) => members(now).content.oneOf.push(refTo('Card'))),
    { samples: 0 },
  );
  expect(diff.findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([['CMP-030', 'minor']]);
});

test('a named schema that goes is a name that code loses', () => {
  const diff = diffContracts(
    contractWith(),
    contractWith((now) => delete now.schemas.Card),
  );
  expect(diff.findings.map(({ rule, categories }) => [rule, categories])).toEqual([
    ['CMP-009', ['SOURCE']],
  ]);
});

test('limits that callers read in discovery may rise in a minor', () => {
  const change = (maxItems: number) =>
    diffContracts(
      contractWith(),
      contractWith((now) => {
        now.schemas.ParcelPage.schema.properties.items.maxItems = maxItems;
      }),
    ).findings.map(({ rule, verdict }) => [rule, verdict]);
  expect(change(9)).toEqual([['CMP-092', 'minor']]);
  expect(change(3)).toEqual([['CMP-091', 'major']]);
});
