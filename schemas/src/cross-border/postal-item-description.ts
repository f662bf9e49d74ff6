import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { CountryCode } from '../vocabulary/country-code.ts';
import { S10 } from '../vocabulary/s10.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Warnings } from '../vocabulary/warnings.ts';
import { goodsMembers } from './goods-members.ts';

/** The counterpart of ITMATT without its personal part, which goes through the postal network. */
export const PostalItemDescriptionSubmission = Closed(
  'PostalItemDescriptionSubmission',
  { en: 'Submission of a postal item description', zh: '邮件内件信息申报' },
  {
    en: 'What is in a postal item, without sender and addressee.',
    zh: '邮件的内件信息，不含寄件人与收件人。',
  },
  {
    s10: Ref(S10),
    contents: ListOf(
      Part(
        goodsMembers,
        words(
          { en: 'Content', zh: '内件' },
          { en: 'Goods of one description.', zh: '同一品名的物品。' },
        ),
      ),
      1,
      200,
      words({ en: 'Contents', zh: '内件明细' }, { en: 'What is inside.', zh: '邮件内的物品。' }),
    ),
    category: Line(
      20,
      { en: 'Category', zh: '内件类别' },
      {
        en: 'Why it is sent, in the words of the form: gift, sale of goods, documents.',
        zh: '寄递性质，按申报单用语，如礼品、商品、文件。',
      },
      { 'x-source': 'UPU CN 23', ...privacy('business', 'code') },
    ),
    consigneeCountryCode: Ref(
      CountryCode,
      words(
        { en: 'Country of destination', zh: '寄达国（地区）' },
        { en: 'Where the item goes.', zh: '邮件的寄达地。' },
      ),
    ),
  },
);
export type PostalItemDescriptionSubmission = Static<typeof PostalItemDescriptionSubmission>;

export const PostalItemDescription = Resource(
  'PostalItemDescription',
  { en: 'Postal item description', zh: '邮件内件信息' },
  {
    en: 'A description as the operator of destination keeps it.',
    zh: '寄达方邮政保存的内件信息。',
  },
  {
    ...PostalItemDescriptionSubmission.properties,
    warnings: Optional(Ref(Warnings)),
    ...storedMembers,
  },
);
export type PostalItemDescription = Static<typeof PostalItemDescription>;

const scarf: PostalItemDescriptionSubmission = {
  s10: 'RB123456785GB',
  contents: [
    {
      description: '丝绸围巾',
      hsCode: '621410',
      originCountryCode: 'CN',
      quantity: { value: 1, unit: 'C62' },
      netWeightGrams: 120,
      value: { currency: 'CNY', minor: 26_000 },
    },
  ],
  category: 'SALE_OF_GOODS',
  consigneeCountryCode: 'GB',
};
const stored: PostalItemDescription = {
  ...scarf,
  revision: 1,
  createdAt: '2026-11-11T12:00:00+08:00',
  updatedAt: '2026-11-11T12:00:00+08:00',
};
const { consigneeCountryCode: _, ...nowhere } = scarf;

export const postalItemDescriptionSubmission = defineMessage({
  schema: PostalItemDescriptionSubmission,
  requirements: [
    {
      id: 'XBD-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'An S10 with a wrong check digit or unknown country is refused.',
        zh: 'S10 校验位或国别错误须拒绝。',
      },
      wire: '422',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'a silk scarf': scarf },
    invalid: {
      'no country': { value: nowhere, breaks: { pointer: '', rule: 'required' } },
      'a wrong check digit': {
        value: { ...scarf, s10: 'RB123456786GB' },
        breaks: { pointer: '/s10', rule: 'check-digit', requirement: 'XBD-004' },
      },
      'a country of no table': {
        value: { ...scarf, s10: 'RB123456785XX' },
        breaks: { pointer: '/s10', rule: 'check-digit', requirement: 'XBD-004' },
      },
      'worth less than nothing': {
        value: {
          ...scarf,
          contents: scarf.contents.map((content) => ({
            ...content,
            value: { currency: 'CNY', minor: -1 },
          })),
        },
        breaks: { pointer: '/contents/0/value', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'an addressee comes along': {
        value: { ...scarf, consigneeName: '张**' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});

export const postalItemDescription = defineMessage({
  schema: PostalItemDescription,
  requirements: [],
  examples: {
    valid: { 'a silk scarf': stored },
    invalid: {
      'a revision of zero': {
        value: { ...stored, revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
      'no contents': {
        value: { ...stored, contents: [] },
        breaks: { pointer: '/contents', rule: 'minItems' },
      },
    },
  },
});
