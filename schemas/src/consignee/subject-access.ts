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
  words,
} from '../define/index.ts';
import { Address } from '../vocabulary/address.ts';
import { BindingId } from '../vocabulary/binding-id.ts';
import { BindingModel } from '../vocabulary/binding-model-codes.ts';
import { ConsentBasis } from '../vocabulary/consent-basis-codes.ts';
import { Contact } from '../vocabulary/contact.ts';
import { Instant } from '../vocabulary/instant.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { RevealId } from '../vocabulary/reveal-id.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { View } from '../vocabulary/view-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ConsentRecord } from './consent-record.ts';
import { RevealStatus } from './consignee-codes.ts';
import { DeliveryNote } from './delivery-note.ts';
import { AuditInclusion } from './get-audit-inclusion.ts';
import { RevealAuditEntry } from './list-reveal-audit-entries.ts';

const until = Ref(
  Instant,
  words(
    { en: 'Expires at', zh: '到期时刻' },
    { en: 'When it ends by itself.', zh: '自行终止的时刻。' },
  ),
);

export const SubjectHolder = Closed(
  'SubjectHolder',
  { en: 'Holder of data of a person', zh: '个人信息持有方' },
  {
    en: 'An organisation that has a reference to the person, and what it has been given under it.',
    zh: '持有该人引用的组织，及其据以取得的内容。',
  },
  {
    organisation: Ref(PartyRef),
    sinceAt: Ref(
      Instant,
      words(
        { en: 'Since', zh: '起始时刻' },
        { en: 'When it got its reference.', zh: '取得引用的时刻。' },
      ),
    ),
    view: Optional(
      Ref(
        View,
        words(
          { en: 'View', zh: '视图' },
          { en: 'What it is shown now; absent: nothing.', zh: '当前可见范围；不出现表示无。' },
        ),
      ),
    ),
    grants: ListOf(
      Part({
        revealId: Ref(RevealId),
        waybillNo: Ref(WaybillNo),
        purpose: Ref(RevealPurpose),
        fields: ListOf(
          Ref(RevealField),
          1,
          5,
          words({ en: 'Fields', zh: '字段' }, { en: 'What was granted.', zh: '所准予的字段。' }),
        ),
        status: Ref(RevealStatus),
        expiresAt: until,
      }),
      0,
      500,
      words(
        { en: 'Grants', zh: '揭示授权' },
        { en: 'Plain fields that it was granted.', zh: '其获准的明文字段。' },
      ),
    ),
    contacts: ListOf(
      Part({
        bindingId: Ref(BindingId),
        waybillNo: Ref(WaybillNo),
        purpose: Ref(RevealPurpose),
        model: Ref(BindingModel),
        expiresAt: until,
      }),
      0,
      500,
      words(
        { en: 'Ways of contact', zh: '联系途径' },
        {
          en: 'How it can reach the person, without the number.',
          zh: '可联系该人的途径，不含号码。',
        },
      ),
    ),
  },
);
export type SubjectHolder = Static<typeof SubjectHolder>;

export const SubjectEntry = Closed(
  'SubjectEntry',
  { en: 'Proven entry about a person', zh: '可验证的审计条目' },
  {
    en: 'An entry of the audit log, the bytes of its leaf, and the proof that the leaf is in the log.',
    zh: '审计条目、其叶的原文，以及叶在日志中的证明。',
  },
  {
    entry: Ref(RevealAuditEntry),
    leaf: Line(
      4000,
      { en: 'Leaf', zh: '叶原文' },
      {
        en: 'Exactly what was hashed; it says the same as the entry.',
        zh: '参与哈希的原文，与条目内容一致。',
      },
      {
        'x-source': 'RFC 9162 section 2.1',
        ...privacy('pseudonymous', 'opaque-ref', { subject: 'organisation-staff' }),
      },
    ),
    proof: Ref(AuditInclusion),
  },
);
export type SubjectEntry = Static<typeof SubjectEntry>;

/** PIPL articles 44 and 45, unconfirmed. */
export const SubjectAccess = Closed(
  'SubjectAccess',
  { en: 'Subject access', zh: '个人信息副本' },
  {
    en: 'Everything that is held of a person about one order: the plaintext, who has what of it, what was agreed to, and who saw what, when and why.',
    zh: '就一笔订单所持有的全部个人信息：明文、各方所得、所作同意，以及何人何时为何查看何项。',
  },
  {
    exportedAt: Ref(
      Instant,
      words(
        { en: 'Exported at', zh: '导出时刻' },
        { en: 'To which moment it is complete.', zh: '内容截至的时刻。' },
      ),
    ),
    controller: Ref(
      PartyRef,
      words(
        { en: 'Controller', zh: '处理者' },
        { en: 'The platform that keeps the plaintext.', zh: '保管明文的平台。' },
      ),
    ),
    orderNo: Ref(OrderNo),
    contact: Ref(Contact),
    address: Ref(Address),
    deliveryNote: Optional(Ref(DeliveryNote)),
    basis: Ref(ConsentBasis),
    registeredAt: Ref(
      Instant,
      words(
        { en: 'Registered at', zh: '登记时刻' },
        { en: 'When the platform got it.', zh: '平台取得的时刻。' },
      ),
    ),
    holders: ListOf(
      Ref(SubjectHolder),
      0,
      200,
      words(
        { en: 'Holders', zh: '持有方' },
        { en: 'Everybody who has a reference.', zh: '持有引用的各方。' },
      ),
    ),
    consents: ListOf(
      Ref(ConsentRecord),
      0,
      200,
      words(
        { en: 'Consents', zh: '同意记录' },
        { en: 'Given and withdrawn.', zh: '已作出及已撤回的同意。' },
      ),
    ),
    entries: ListOf(
      Ref(SubjectEntry),
      0,
      1000,
      words(
        { en: 'Entries', zh: '审计条目' },
        {
          en: 'Of the log about the person, oldest first.',
          zh: '有关该人的日志条目，按时间先后。',
        },
      ),
    ),
    checkpoint: Line(
      2000,
      { en: 'Checkpoint', zh: '检查点' },
      {
        en: 'Signed note on the tree that all proofs are for.',
        zh: '全部证明所对应的树的签名检查点。',
      },
      { 'x-source': 'C2SP tlog-checkpoint', ...privacy('business', 'technical') },
    ),
  },
);
export type SubjectAccess = Static<typeof SubjectAccess>;

const organisation = { partyId: 'ZZEXPRESS', role: 'courier' } as const;

const granted: SubjectEntry = {
  entry: {
    entryId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6071',
    recordedAt: '2026-11-02T10:00:01+08:00',
    organisation,
    actorId: 'emp_9f3k2m',
    purpose: 'SERVICE_NAME_CHECK',
    fields: ['NAME'],
    outcome: 'GRANTED',
  },
  leaf: '{"entryId":"019a3b10-5c00-7a10-8b20-0c3d4e5f6071","recordedAt":"2026-11-02T10:00:01+08:00","kind":"REVEAL_GRANTED","organisationId":"ZZEXPRESS","role":"courier","actorId":"emp_9f3k2m","purpose":"SERVICE_NAME_CHECK","fields":["NAME"]}',
  proof: {
    leafIndex: 0,
    treeSize: 1,
    leafHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    inclusionPath: [],
  },
};

const copy: SubjectAccess = {
  exportedAt: '2026-11-02T12:00:00+08:00',
  controller: { partyId: '91210200MA0000001M', role: 'platform', name: '样例商城' },
  orderNo: 'ORD20261101-0001',
  contact: { name: '张三丰', mobile: '+8619900000001' },
  address: {
    region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
    road: '虚构路8号',
    unitRoom: '2单元502室',
    structured: true,
  },
  basis: 'CONTRACT',
  registeredAt: '2026-11-01T18:00:00+08:00',
  holders: [
    {
      organisation,
      sinceAt: '2026-11-01T18:00:01+08:00',
      view: 'MASKED',
      grants: [
        {
          revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA',
          waybillNo: 'ZZ0000000001',
          purpose: 'SERVICE_NAME_CHECK',
          fields: ['NAME'],
          status: 'CONSUMED',
          expiresAt: '2026-11-02T10:15:01+08:00',
        },
      ],
      contacts: [],
    },
  ],
  consents: [],
  entries: [granted],
  checkpoint:
    'openwaybill.org/audit/91210200MA0000001M\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n\u2014 openwaybill.org/audit/91210200MA0000001M c2lnbmF0dXJl\n',
};
const { checkpoint: _, ...withoutCheckpoint } = copy;

export const subjectAccess = defineMessage({
  schema: SubjectAccess,
  requirements: [],
  examples: {
    valid: {
      'one holder and one entry': copy,
      'nobody has asked yet': { ...copy, holders: [], entries: [] },
    },
    invalid: {
      'no tree for the proofs': {
        value: withoutCheckpoint,
        breaks: { pointer: '', rule: 'required' },
      },
      'an entry without its leaf': {
        value: { ...copy, entries: [{ entry: granted.entry, proof: granted.proof }] },
        breaks: { pointer: '/entries/0', rule: 'required' },
      },
    },
  },
});
