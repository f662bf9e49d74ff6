import type { Static } from '@sinclair/typebox';
import { defineEvent, Flag, Line, privacy, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RealNameMethod } from '../vocabulary/real-name-method-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** The fact of a verification alone: no document number, in any form. */
export const RealNameAttestation = Resource(
  'RealNameAttestation',
  { en: 'Attestation of identity', zh: '实名核验声明' },
  {
    en: "That the sender's identity was verified, and how; no document number in any form.",
    zh: '寄件人身份已核验的事实及方式；不含任何形式的证件号。',
  },
  {
    waybillNo: Ref(WaybillNo),
    verified: Flag(
      { en: 'Verified', zh: '已核验' },
      { en: 'Whether the identity was verified.', zh: '身份是否已核验。' },
    ),
    method: Ref(RealNameMethod),
    verifiedAt: Ref(
      Instant,
      words(
        { en: 'Verified at', zh: '核验时间' },
        { en: 'When it was verified.', zh: '核验的时刻。' },
      ),
    ),
    receiptRef: Line(
      64,
      { en: 'Receipt', zh: '凭证号' },
      {
        en: 'Random name of the record that the courier keeps.',
        zh: '快递企业留存记录的随机标识。',
      },
      privacy('pseudonymous', 'opaque-ref'),
    ),
  },
);
export type RealNameAttestation = Static<typeof RealNameAttestation>;

const attested: RealNameAttestation = {
  waybillNo: 'ZZ010000000016',
  verified: true,
  method: 'AGREEMENT_CUSTOMER',
  verifiedAt: '2026-11-11T15:00:00+08:00',
  receiptRef: 'rn-AAECAwQFBgcICQoLDA0ODw',
};
const { method: _, ...withoutMethod } = attested;

export const waybillRealnameAttested = defineEvent({
  type: 'org.openwaybill.waybill.realname.attested',
  since: '1.0',
  title: { en: 'Identity attested', zh: '实名已核验' },
  from: ['courier'],
  to: ['regulator'],
  data: RealNameAttestation,
  subject: 'waybillNo',
  requirements: [
    {
      id: 'WBL-014',
      level: 'MUST NOT',
      roles: ['courier'],
      position: 'sender',
      tier: 'W',
      text: {
        en: 'A real-name attestation holds no document number, hash of one or person name.',
        zh: '实名核验消息不得含证件号、其摘要或姓名。',
      },
      wire: 'payload schema; canary scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'a customer by contract': attested },
    invalid: {
      'no method': { value: withoutMethod, breaks: { pointer: '', rule: 'required' } },
      'the end of a document number': {
        value: { ...attested, documentTail: '0000' },
        breaks: { pointer: '', rule: 'additionalProperties', requirement: 'WBL-014' },
      },
    },
  },
});
