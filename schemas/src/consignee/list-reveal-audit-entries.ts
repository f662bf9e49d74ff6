import type { Static } from '@sinclair/typebox';
import {
  CALLING_ROLES,
  defineOperation,
  Line,
  ListOf,
  Optional,
  pageOf,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { AuditOutcome, RevealGate } from './consignee-codes.ts';

export const RevealAuditEntry = Resource(
  'RevealAuditEntry',
  { en: 'Entry of the reveal log', zh: '揭示审计条目' },
  {
    en: 'The readable form of one entry of the audit log: who asked, when, for what, and the outcome.',
    zh: '审计日志条目的可读形式：谁、何时、为何申请及结果。',
  },
  {
    entryId: Ref(Uuid),
    recordedAt: Ref(Instant),
    organisation: Ref(PartyRef),
    actorId: Optional(
      Line(
        64,
        { en: 'Actor', zh: '操作人' },
        { en: 'Pseudonymous id of who asked.', zh: '申请人的假名标识。' },
        privacy('pseudonymous', 'opaque-ref', { subject: 'organisation-staff' }),
      ),
    ),
    purpose: Optional(Ref(RevealPurpose)),
    fields: Optional(
      ListOf(Ref(RevealField), 0, 5, {
        uniqueItems: true,
        ...words({ en: 'Fields', zh: '字段' }, { en: 'What was asked for.', zh: '申请的字段。' }),
      }),
    ),
    outcome: Ref(AuditOutcome),
    gate: Optional(
      Ref(
        RevealGate,
        words(
          { en: 'Gate', zh: '闸口' },
          { en: 'The gate that refused; of a denial.', zh: '拒绝所在闸口；仅拒绝时给出。' },
        ),
      ),
    ),
  },
);
export type RevealAuditEntry = Static<typeof RevealAuditEntry>;

export const RevealAuditEntryPage = pageOf(RevealAuditEntry, {
  en: 'entry of the reveal log',
  zh: '揭示审计条目',
});
export type RevealAuditEntryPage = Static<typeof RevealAuditEntryPage>;

const entry: RevealAuditEntry = {
  entryId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6071',
  recordedAt: '2026-11-02T10:00:01+08:00',
  organisation: { partyId: 'ZZEXPRESS', role: 'courier' },
  actorId: 'emp_9f3k2m',
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  outcome: 'GRANTED',
};
const { outcome: _, ...withoutOutcome } = entry;

export const listRevealAuditEntries = defineOperation({
  name: 'list-reveal-audit-entries',
  since: '1.0',
  title: { en: 'List the log of reveals', zh: '查询揭示审计' },
  description: {
    en: 'consigneeRef is required for consignee and regulator; without it the others get their own entries.',
    zh: '收件人与监管部门须给出 consigneeRef；其他角色不给出时得到自己的条目。',
  },
  servedBy: ['platform'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/reveal-audit-entries',
  query: { consigneeRef: Ref(ConsigneeRef) },
  answer: { status: 200, body: RevealAuditEntryPage },
  problems: ['NOT_FOUND', 'PARAMETER_INVALID'],
  requirements: [
    {
      id: 'CSN-013',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The consignee can list every reveal about them.',
        zh: '收件人可查询针对其信息的每次揭示。',
      },
      wire: '`listRevealAuditEntries`',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'one grant and one denial': {
          items: [
            entry,
            {
              ...entry,
              entryId: '019a3b10-5c01-7a10-8b20-0c3d4e5f6072',
              outcome: 'DENIED',
              gate: 'STAGE',
            },
          ],
        },
        'nothing so far': { items: [] },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an entry without its outcome': {
          value: { items: [withoutOutcome] },
          breaks: { pointer: '/items/0', rule: 'required' },
        },
        'a gate of a grant': {
          value: { items: [{ ...entry, gate: 'QUOTA' }] },
          breaks: { pointer: '/items/0/gate', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
