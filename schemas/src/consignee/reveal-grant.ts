import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { Address } from '../vocabulary/address.ts';
import { AuditReceipt } from '../vocabulary/audit-receipt.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PersonName } from '../vocabulary/person-name.ts';
import { PhoneCn } from '../vocabulary/phone-cn.ts';
import { PhoneKind } from '../vocabulary/phone-kind-codes.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { RevealId } from '../vocabulary/reveal-id.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { RevealStatus } from './consignee-codes.ts';
import { DeliveryNote } from './delivery-note.ts';

export const RevealGrant = Resource(
  'RevealGrant',
  { en: 'Grant of a reveal', zh: '揭示授权' },
  {
    en: 'What was granted, for how long, and how often it may be read.',
    zh: '准予的内容、期限与可读次数。',
  },
  {
    revealId: Ref(RevealId),
    status: Ref(RevealStatus),
    purpose: Ref(RevealPurpose),
    fieldsGranted: ListOf(Ref(RevealField), 1, 4, {
      uniqueItems: true,
      ...words(
        { en: 'Granted fields', zh: '准予字段' },
        { en: 'Exactly what was asked for.', zh: '与申请一致。' },
      ),
    }),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '到期时刻' },
        { en: 'After it the grant cannot be read.', zh: '此后授权不可再读。' },
      ),
    ),
    remainingUseCount: Whole(
      0,
      5,
      { en: 'Remaining uses', zh: '剩余次数' },
      { en: 'How often the fields may still be read.', zh: '字段尚可读取的次数。' },
    ),
    fields: Optional(
      Part(
        {
          name: Optional(Ref(PersonName)),
          phone: Optional(
            Ref(
              PhoneCn,
              words(
                { en: 'Phone', zh: '电话' },
                {
                  en: 'A virtual number, unless phoneKind says REAL.',
                  zh: '虚拟号码，除非 phoneKind 为 REAL。',
                },
              ),
            ),
          ),
          phoneKind: Optional(Ref(PhoneKind)),
          address: Optional(Ref(Address)),
          deliveryNote: Optional(Ref(DeliveryNote)),
        },
        words(
          { en: 'Fields', zh: '字段' },
          {
            en: 'The granted fields in clear; only in an answer that uses up a use.',
            zh: '准予字段的明文；仅在消耗一次使用的应答中出现。',
          },
        ),
      ),
    ),
    sealedFields: Optional(
      Line(
        8192,
        { en: 'Sealed fields', zh: '密封字段' },
        {
          en: 'The granted fields as a compact JWE (ECDH-ES+A256KW, A256GCM). Its header has kid, typ consignee+jwe, iss, iat and, as the critical members, aud, waybillNo, purpose, revealId and exp.',
          zh: '以紧凑 JWE（ECDH-ES+A256KW、A256GCM）密封的准予字段。头部含 kid、typ consignee+jwe、iss、iat，及列入 crit 的 aud、waybillNo、purpose、revealId、exp。',
        },
        {
          pattern:
            '[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+',
          'x-source': 'RFC 7516 section 7.1',
          ...privacy('personal', 'sealed-payload', { subject: 'consignee' }),
        },
      ),
    ),
    stillMatches: Flag(
      { en: 'Still matches', zh: '仍为当前收件人' },
      {
        en: "Whether the reference still is the order's consignee.",
        zh: '该引用是否仍为订单的收件人。',
      },
    ),
    auditReceipt: Ref(AuditReceipt),
  },
);
export type RevealGrant = Static<typeof RevealGrant>;

/** The name and position in the log of an example; its hashes are the known answers of a tree of two leaves. */
const auditReceipt: AuditReceipt = {
  leafIndex: 0,
  leafHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  checkpoint:
    'openwaybill.org/audit/91210200MA0000001M\n2\n+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=\n\n— openwaybill.org/audit/91210200MA0000001M AAAAAGZpY3Rpb24=\n',
  inclusionPath: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
};

const grant: RevealGrant = {
  revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA',
  status: 'CONSUMED',
  purpose: 'SERVICE_NAME_CHECK',
  fieldsGranted: ['NAME'],
  expiresAt: '2026-11-02T10:15:00+08:00',
  remainingUseCount: 0,
  stillMatches: true,
  auditReceipt,
};
const { auditReceipt: _, ...withoutReceipt } = grant;
const sealed = 'eyJhbGciOiJFQ0RILUVTK0EyNTZLVyJ9.a2V5.aXY.Y2lwaGVy.dGFn';

export const revealGrant = defineMessage({
  schema: RevealGrant,
  requirements: [
    {
      id: 'CSN-008',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Every grant and denial has an audit receipt whose inclusion proof verifies.',
        zh: '每次准予与拒绝均有可验证的审计凭据。',
      },
      wire: 'verify the path against the checkpoint',
      judgedBy: 'check',
    },
    {
      id: 'CSN-010',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A grant is used at most `remainingUseCount` times and not after `expiresAt`.',
        zh: '授权按次数和期限失效。',
      },
      wire: 'read twice; clock',
      judgedBy: 'check',
    },
    {
      id: 'CSN-011',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'Reveals end when the parcel is terminal, for `FULFIL_*` purposes.',
        zh: '包裹终结后履约类授权即失效。',
      },
      wire: 'deliver, then read',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a name in clear, the one use is gone': { ...grant, fields: { name: '张三丰' } },
      'an address sealed to a key': {
        ...grant,
        purpose: 'SERVICE_ADDRESS_CHANGE',
        fieldsGranted: ['ADDRESS'],
        sealedFields: sealed,
      },
      'a virtual phone of a person after a sale': {
        ...grant,
        purpose: 'SERVICE_AFTER_SALES',
        fieldsGranted: ['PHONE'],
        fields: { phone: '+8619900009321', phoneKind: 'VIRTUAL' },
      },
      'pending, with nothing shown': {
        ...grant,
        status: 'PENDING_APPROVAL',
        purpose: 'SERVICE_CLAIM',
        remainingUseCount: 3,
      },
    },
    invalid: {
      'the receipt is missing': {
        value: withoutReceipt,
        breaks: { pointer: '', rule: 'required' },
      },
      'a use is owed': {
        value: { ...grant, remainingUseCount: -1 },
        breaks: { pointer: '/remainingUseCount', rule: 'minimum' },
      },
      'a sealed payload of three parts': {
        value: { ...grant, sealedFields: 'eyJhbGciOiJub25lIn0.cGF5.c2ln' },
        breaks: { pointer: '/sealedFields', rule: 'pattern' },
      },
      'fields stand in clear beside the seal': {
        value: { ...grant, fields: { name: '张三丰' }, sealedFields: sealed },
        breaks: { pointer: '/fields', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a field was not granted': {
        value: { ...grant, fields: { name: '张三丰', deliveryNote: '请放门口' } },
        breaks: { pointer: '/fields/deliveryNote', rule: 'CSN-007', requirement: 'CSN-007' },
      },
    },
  },
});
