import type { Static } from '@sinclair/typebox';
import {
  defineOperation,
  ORGANISATION_ROLES,
  Ref,
  Resource,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Agreement } from './agreement.ts';
import { proposedParties } from './agreement-proposal.ts';
import { agreementTerms } from './agreement-terms.ts';

export const AgreementCounter = Resource(
  'AgreementCounter',
  { en: 'Counter-proposal of an agreement', zh: '协议还议' },
  {
    en: 'Other terms than those of the revision that it names; drops all signatures.',
    zh: '针对所指版本提出的不同条款；使已有签名全部失效。',
  },
  {
    baseRevision: Ref(
      Revision,
      words(
        { en: 'Base revision', zh: '所依版本' },
        { en: 'The revision that it answers.', zh: '所针对的版本。' },
      ),
    ),
    parties: proposedParties,
    ...agreementTerms,
  },
);
export type AgreementCounter = Static<typeof AgreementCounter>;

const counter: AgreementCounter = {
  baseRevision: 1,
  parties: [
    { party: { partyId: 'SHOPONE', role: 'platform' }, capacity: 'CONTROLLER' },
    { party: { partyId: 'ZZEXPRESS', role: 'courier' }, capacity: 'ENTRUSTED' },
  ],
  modules: ['order', 'waybill'],
  purposes: [],
  grants: [{ messageName: 'Order', pointer: '', toRole: 'courier', maxClass: 'pseudonymous' }],
  retentions: [],
  measures: ['传输与存储均加密'],
  interruptionTerms: {
    plannedLeadSeconds: 604_800,
    terminationLeadSeconds: 2_592_000,
    parcelThresholdCount: 5000,
  },
  options: { sealedRevealsOnly: true },
  effectiveFromOn: '2026-12-01',
  termsSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};
const { baseRevision: _, ...withoutBase } = counter;

export const counterAgreement = defineOperation({
  name: 'counter-agreement',
  since: '1.0',
  title: { en: 'Counter an agreement', zh: '还议协议' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements/{agreementId}/counter',
  request: AgreementCounter,
  answer: { status: 200, body: Agreement },
  lifecycle: 'agreement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'REVISION_STALE', 'RULE_VIOLATION'],
  agreement: 'none',
  requirements: [
    {
      id: 'AGR-006',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: { en: 'A counter-proposal drops all signatures.', zh: '还议使已有签名失效。' },
      wire: 'read after counter',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'longer notice, sealed reveals': counter },
      invalid: {
        'base revision is missing': {
          value: withoutBase,
          breaks: { pointer: '', rule: 'required' },
        },
        'no revision has the number zero': {
          value: { ...counter, baseRevision: 0 },
          breaks: { pointer: '/baseRevision', rule: 'minimum' },
        },
        'a signature comes along': {
          value: { ...counter, signatures: [] },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'a day of notice': {
          value: {
            ...counter,
            interruptionTerms: { ...counter.interruptionTerms, plannedLeadSeconds: 86_400 },
          },
          breaks: {
            pointer: '/interruptionTerms/plannedLeadSeconds',
            rule: 'AGR-010',
            requirement: 'AGR-010',
          },
        },
      },
    },
  },
});
