import type { Static } from '@sinclair/typebox';
import { defineMessage, ListOf, Part, Resource, words } from '../define/index.ts';
import { agreementParty, agreementTerms } from './agreement-terms.ts';

/** The parties of a proposal and of a counter-proposal: nobody has signed yet. */
export const proposedParties = ListOf(
  Part(agreementParty),
  2,
  10,
  words({ en: 'Parties', zh: '各方' }, { en: 'Who agrees.', zh: '协议各方。' }),
);

export const AgreementProposal = Resource(
  'AgreementProposal',
  { en: 'Proposal of an agreement', zh: '协议提议' },
  {
    en: 'Terms that one party proposes; the receiver makes the id.',
    zh: '一方提议的条款；编号由接收方生成。',
  },
  { parties: proposedParties, ...agreementTerms },
);
export type AgreementProposal = Static<typeof AgreementProposal>;

const proposal: AgreementProposal = {
  parties: [
    { party: { partyId: 'SHOPONE', role: 'platform' }, capacity: 'CONTROLLER' },
    { party: { partyId: 'ZZEXPRESS', role: 'courier' }, capacity: 'ENTRUSTED' },
  ],
  modules: ['order', 'waybill', 'tracking', 'consignee'],
  purposes: ['FULFIL_DELIVER', 'SERVICE_NAME_CHECK'],
  grants: [{ messageName: 'Order', pointer: '', toRole: 'courier', maxClass: 'pseudonymous' }],
  retentions: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
  measures: ['传输与存储均加密', '按岗位最小授权'],
  interruptionTerms: {
    plannedLeadSeconds: 259_200,
    terminationLeadSeconds: 2_592_000,
    parcelThresholdCount: 10_000,
  },
  options: {},
  effectiveFromOn: '2026-12-01',
  termsSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};
const { options: _, ...withoutOptions } = proposal;
const personal = {
  messageName: 'RevealGrant',
  pointer: '/fields',
  toRole: 'courier',
  maxClass: 'personal',
} as const;

export const agreementProposal = defineMessage({
  schema: AgreementProposal,
  requirements: [
    {
      id: 'AGR-009',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A grant of class personal or above needs an impact assessment in the proposal.',
        zh: '授予个人级以上字段须附影响评估。',
      },
      wire: 'proposal without → 422',
      judgedBy: 'check',
    },
    {
      id: 'AGR-010',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Interruption terms below the minimum are accepted.',
        zh: '不得接受低于下限的中断条款。',
      },
      wire: '1 h lead → 422',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a platform and a courier': proposal,
      'personal fields with their assessment': {
        ...proposal,
        grants: [...proposal.grants, personal],
        impactAssessment: { reference: 'PIA-2026-011', assessedOn: '2026-10-20' },
      },
    },
    invalid: {
      'options are missing': { value: withoutOptions, breaks: { pointer: '', rule: 'required' } },
      'one party alone': {
        value: { ...proposal, parties: proposal.parties.slice(0, 1) },
        breaks: { pointer: '/parties', rule: 'minItems' },
      },
      'a purpose is unknown': {
        value: { ...proposal, purposes: ['MARKETING'] },
        breaks: { pointer: '/purposes/0', rule: 'enum' },
      },
      'personal fields without an assessment': {
        value: { ...proposal, grants: [personal] },
        breaks: { pointer: '', rule: 'AGR-009', requirement: 'AGR-009' },
      },
      'an hour of notice': {
        value: {
          ...proposal,
          interruptionTerms: { ...proposal.interruptionTerms, plannedLeadSeconds: 3600 },
        },
        breaks: {
          pointer: '/interruptionTerms/plannedLeadSeconds',
          rule: 'AGR-010',
          requirement: 'AGR-010',
        },
      },
      'a week to the end': {
        value: {
          ...proposal,
          interruptionTerms: { ...proposal.interruptionTerms, terminationLeadSeconds: 604_800 },
        },
        breaks: {
          pointer: '/interruptionTerms/terminationLeadSeconds',
          rule: 'AGR-010',
          requirement: 'AGR-010',
        },
      },
    },
  },
});
