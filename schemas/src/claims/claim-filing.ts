import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Flag, Optional, Ref, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Money } from '../vocabulary/money.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { evidenceOf } from './_evidence.ts';
import { crushedBox } from './_examples.ts';
import { ExceptionKind } from './claims-codes.ts';

/** What a claimant says: the same in the request and in the stored claim. */
export const claimMembers = {
  claimId: Ref(
    Uuid,
    words(
      { en: 'Claim', zh: '理赔标识' },
      {
        en: 'Names the claim; made by the claimant, so that a repeated request meets the first.',
        zh: '标识该理赔，由索赔方生成，使重复请求得到同一理赔。',
      },
    ),
  ),
  waybillNo: Ref(WaybillNo),
  carrierCode: Optional(
    Ref(
      CarrierCode,
      words(
        { en: 'Courier', zh: '快递企业' },
        {
          en: 'For an insurer, since a number is unique for its courier only.',
          zh: '提交保险机构时给出，因单号仅在同一快递企业内唯一。',
        },
      ),
    ),
  ),
  kind: Ref(ExceptionKind),
  claimedAmount: Ref(
    Money,
    words(
      { en: 'Claimed amount', zh: '索赔金额' },
      { en: 'What the claimant asks for.', zh: '索赔方请求的金额。' },
    ),
  ),
  declaredValue: Optional(
    Ref(
      Money,
      words(
        { en: 'Declared value', zh: '保价金额' },
        {
          en: 'As declared for the parcel; given when it was insured.',
          zh: '寄件时声明的价值；已保价时给出。',
        },
      ),
    ),
  ),
  isInsured: Flag(
    { en: 'Insured', zh: '已保价' },
    { en: 'The parcel was sent with a declared value.', zh: '包裹已办理保价。' },
  ),
  evidence: evidenceOf(0, {
    en: 'What shows the loss; more is added later.',
    zh: '证明损失的材料，可事后补充。',
  }),
};

export const ClaimFiling = Closed(
  'ClaimFiling',
  { en: 'Filing of a claim', zh: '理赔申请' },
  { en: 'What is claimed for a parcel, and why.', zh: '就一件包裹提出的索赔及其理由。' },
  claimMembers,
);
export type ClaimFiling = Static<typeof ClaimFiling>;

const insured: ClaimFiling = {
  claimId: '019398a0-0000-7000-8000-0000000000c2',
  waybillNo: 'ZZ010000000016',
  kind: 'DAMAGED',
  claimedAmount: { currency: 'CNY', minor: 12_800 },
  declaredValue: { currency: 'CNY', minor: 10_000 },
  isInsured: true,
  evidence: [crushedBox],
};
const { declaredValue, ...undeclared } = insured;

export const claimFiling = defineMessage({
  schema: ClaimFiling,
  requirements: [],
  examples: {
    valid: {
      'insured tea, crushed': insured,
      'not insured, with an insurer': {
        ...undeclared,
        carrierCode: 'ZZ',
        kind: 'LOST',
        isInsured: false,
        evidence: [],
      },
    },
    invalid: {
      'the amount is missing': {
        value: { ...undeclared, isInsured: false, claimedAmount: { currency: 'CNY' } },
        breaks: { pointer: '/claimedAmount', rule: 'required' },
      },
      'a kind in prose': {
        value: { ...insured, kind: 'crushed' },
        breaks: { pointer: '/kind', rule: 'enum' },
      },
      'insured without a declared value': {
        value: undeclared,
        breaks: { pointer: '', rule: 'CLM-003', requirement: 'CLM-003' },
      },
      'nothing is claimed': {
        value: { ...insured, claimedAmount: { currency: 'CNY', minor: 0 } },
        breaks: { pointer: '/claimedAmount/minor', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'two currencies': {
        value: { ...insured, declaredValue: { currency: 'USD', minor: 10_000 } },
        breaks: { pointer: '/declaredValue/currency', rule: 'DSC-023', requirement: 'DSC-023' },
      },
    },
  },
});
