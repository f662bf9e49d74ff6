import type { Static } from '@sinclair/typebox';
import {
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
import { AgreementId } from '../vocabulary/agreement-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { KeyId } from '../vocabulary/key-id.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { AgreementStatus } from './agreement-codes.ts';
import { agreementParty, agreementTerms } from './agreement-terms.ts';

/** Revision of the terms: no signature and no change of status raises it. */
const revision = Ref(
  Revision,
  words(
    { en: 'Revision of the terms', zh: '条款版本' },
    {
      en: 'Raised by a counter-proposal and by nothing else.',
      zh: '仅还议时增加。',
    },
  ),
);

/** A compact JWS over the agreement as JSON without what a signature cannot cover; compared by value. */
export const agreementSignatureText = Line(
  200_000,
  { en: 'Signature', zh: '签名' },
  {
    en: 'Compact JWS whose payload is the agreement without signatures, status, createdAt, updatedAt and signedAt of its parties.',
    zh: '紧凑 JWS，其载荷为协议去除 signatures、status、createdAt、updatedAt 及各方 signedAt 后的 JSON。',
  },
  {
    pattern: '[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+',
    'x-source': 'RFC 7515 section 7.1',
    ...privacy('business', 'technical'),
  },
);

/** When a party signed. */
export const signedAt = Ref(
  Instant,
  words(
    { en: 'Signed at', zh: '签署时刻' },
    { en: 'When the party signed.', zh: '该方签署的时刻。' },
  ),
);

export const Agreement = Resource(
  'Agreement',
  { en: 'Agreement', zh: '数据共享协议' },
  {
    en: 'What the parties may send each other. It lives at the party that received the proposal.',
    zh: '各方可相互发送的内容；存于收到提议的一方。',
  },
  {
    agreementId: Ref(AgreementId),
    status: Ref(AgreementStatus),
    revision,
    parties: ListOf(
      Part({ ...agreementParty, signedAt: Optional(signedAt) }),
      2,
      10,
      words({ en: 'Parties', zh: '各方' }, { en: 'Who agrees.', zh: '协议各方。' }),
    ),
    ...agreementTerms,
    signatures: ListOf(
      Part({
        partyId: Ref(PartyId),
        keyId: Ref(KeyId),
        signedAt,
        revision,
        signature: agreementSignatureText,
      }),
      0,
      10,
      words(
        { en: 'Signatures', zh: '签名' },
        { en: 'Of this revision; empty until the first.', zh: '针对本版本；首次签署前为空。' },
      ),
    ),
    createdAt: Ref(
      Instant,
      words({ en: 'Created at', zh: '创建时刻' }, { en: 'Of the proposal.', zh: '提议的时刻。' }),
    ),
    updatedAt: Ref(
      Instant,
      words(
        { en: 'Updated at', zh: '更新时刻' },
        { en: 'Of the last visible change.', zh: '最近一次可见变化的时刻。' },
      ),
    ),
  },
);
export type Agreement = Static<typeof Agreement>;

const proposed: Agreement = {
  agreementId: 'agr_2Jx8mQ4tVb7LkD0sYw9cRA',
  status: 'PROPOSED',
  revision: 1,
  parties: [
    { party: { partyId: 'SHOPONE', role: 'platform' }, capacity: 'CONTROLLER' },
    { party: { partyId: 'ZZEXPRESS', role: 'courier' }, capacity: 'ENTRUSTED' },
  ],
  modules: ['order', 'waybill', 'tracking'],
  purposes: [],
  grants: [{ messageName: 'Order', pointer: '', toRole: 'courier', maxClass: 'pseudonymous' }],
  retentions: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
  measures: ['传输与存储均加密'],
  interruptionTerms: {
    plannedLeadSeconds: 259_200,
    terminationLeadSeconds: 2_592_000,
    parcelThresholdCount: 10_000,
  },
  options: { podAttachments: true },
  effectiveFromOn: '2026-12-01',
  effectiveToOn: '2027-11-30',
  termsSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  signatures: [],
  createdAt: '2026-11-01T09:00:00+08:00',
  updatedAt: '2026-11-01T09:00:00+08:00',
};
const signature = {
  partyId: 'SHOPONE',
  keyId: 'sig-2026-03',
  signedAt: '2026-11-01T10:00:00+08:00',
  revision: 1,
  signature: 'eyJhbGciOiJFZERTQSJ9.eyJhZ3JlZW1lbnRJZCI6ImFnciJ9.c2lnbmF0dXJl',
} as const;
const { signatures: _, ...withoutSignatures } = proposed;

export const agreement = defineMessage({
  schema: Agreement,
  requirements: [
    {
      id: 'AGR-002',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'No member above the granted class leaves the server.',
        zh: '不得输出超出授权级别的成员。',
      },
      wire: 'compare answers with the projection',
      judgedBy: 'check',
    },
    {
      id: 'AGR-012',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'Projection is idempotent and refuses rather than truncates required members.',
        zh: '投影幂等，必填成员缺失则整体拒绝。',
      },
      wire: 'vectors of messages and agreements',
      judgedBy: 'check',
    },
    {
      id: 'AGR-014',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'The payload of every stored signature equals the agreement by value.',
        zh: '已存签名的载荷须与协议内容一致。',
      },
      wire: 'parse the JWS payload and compare',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'proposed, nobody has signed': proposed,
      'signed by one party': {
        ...proposed,
        parties: [
          {
            party: { partyId: 'SHOPONE', role: 'platform' },
            capacity: 'CONTROLLER',
            signedAt: '2026-11-01T10:00:00+08:00',
          },
          { party: { partyId: 'ZZEXPRESS', role: 'courier' }, capacity: 'ENTRUSTED' },
        ],
        signatures: [signature],
        updatedAt: '2026-11-01T10:00:00+08:00',
      },
    },
    invalid: {
      'signatures are missing': {
        value: withoutSignatures,
        breaks: { pointer: '', rule: 'required' },
      },
      'a draft crosses the wire': {
        value: { ...proposed, status: 'DRAFT' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'a signature in two parts': {
        value: { ...proposed, signatures: [{ ...signature, signature: 'eyJhIn0.c2ln' }] },
        breaks: { pointer: '/signatures/0/signature', rule: 'pattern' },
      },
      'a signature over another revision is kept': {
        value: { ...proposed, revision: 2, signatures: [signature] },
        breaks: { pointer: '/signatures/0/revision', rule: 'AGR-006', requirement: 'AGR-006' },
      },
      'it ends before it begins': {
        value: { ...proposed, effectiveToOn: '2026-11-30' },
        breaks: { pointer: '/effectiveToOn', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
