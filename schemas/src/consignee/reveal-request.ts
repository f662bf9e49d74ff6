import type { Static } from '@sinclair/typebox';
import {
  Closed,
  check,
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { Actor } from '../vocabulary/actor.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { KeyId } from '../vocabulary/key-id.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ActorAuthentication } from './consignee-codes.ts';

/** The limits of a purpose are not in the schema: over-asking is a 403 with an audit entry, not a 422 without. */
export const RevealRequest = Closed(
  'RevealRequest',
  { en: 'Request for a reveal', zh: '揭示请求' },
  {
    en: 'Asks for named fields of one person and one parcel, for one purpose.',
    zh: '为某一目的申请某包裹当事人的指定字段。',
  },
  {
    consigneeRef: Optional(Ref(ConsigneeRef)),
    consignorRef: Optional(
      Ref(
        ConsigneeRef,
        words(
          { en: 'Reference of the consignor', zh: '寄件人引用' },
          { en: 'In place of consigneeRef.', zh: '代替 consigneeRef。' },
        ),
      ),
    ),
    waybillNo: Ref(WaybillNo),
    purpose: Ref(RevealPurpose),
    fields: ListOf(Ref(RevealField), 1, 4, {
      uniqueItems: true,
      ...words(
        { en: 'Fields', zh: '字段' },
        { en: 'What is asked for; over-asking is refused.', zh: '申请的字段；超出即拒绝。' },
      ),
    }),
    actor: Ref(
      Actor,
      words(
        { en: 'Actor', zh: '操作人' },
        { en: 'The person or process that will see the value.', zh: '将看到该值的人员或程序。' },
      ),
    ),
    authentication: Ref(ActorAuthentication),
    justification: Optional(
      Line(
        200,
        { en: 'Justification', zh: '理由' },
        {
          en: 'Why the fields are needed; no run of seven digits.',
          zh: '需要这些字段的理由；不得含连续七位数字。',
        },
        { minLength: 10, ...privacy('business', 'business-text'), ...check('digit-run') },
      ),
    ),
    legalBasisRef: Optional(
      Line(
        80,
        { en: 'Reference of the legal basis', zh: '法律依据文号' },
        { en: 'Number of the order of the authority.', zh: '主管机关文书的编号。' },
        privacy('business', 'business-text'),
      ),
    ),
    sealToKeyId: Optional(
      Ref(
        KeyId,
        words(
          { en: 'Key to seal to', zh: '密封公钥' },
          {
            en: "One of the caller's keys for encryption; the answer is sealed to it.",
            zh: '调用方的加密公钥之一；应答以其密封。',
          },
        ),
      ),
    ),
  },
);
export type RevealRequest = Static<typeof RevealRequest>;

const request: RevealRequest = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  purpose: 'SERVICE_ADDRESS_CHANGE',
  fields: ['ADDRESS'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
  sealToKeyId: 'enc-2026-03',
};
const { consigneeRef: _, ...withoutReference } = request;

export const revealRequest = defineMessage({
  schema: RevealRequest,
  requirements: [],
  examples: {
    valid: {
      'an address change, sealed': request,
      'a claim with its justification': {
        ...request,
        purpose: 'SERVICE_CLAIM',
        fields: ['NAME', 'ADDRESS'],
        justification: '外包装破损，需与收件人核对签收经过。',
      },
      'the name of a consignor': {
        ...withoutReference,
        consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
        purpose: 'COMPLIANCE_REAL_NAME',
        fields: ['NAME'],
        justification: '收寄时核对寄件人实名信息。',
      },
    },
    invalid: {
      'fields are missing': {
        value: {
          consigneeRef: request.consigneeRef,
          waybillNo: request.waybillNo,
          purpose: request.purpose,
          actor: request.actor,
          authentication: 'MFA',
        },
        breaks: { pointer: '', rule: 'required' },
      },
      'one field is named twice': {
        value: { ...request, fields: ['ADDRESS', 'ADDRESS'] },
        breaks: { pointer: '/fields', rule: 'uniqueItems' },
      },
      'no field is named': {
        value: { ...request, fields: [] },
        breaks: { pointer: '/fields', rule: 'minItems' },
      },
      'there is no marketing purpose': {
        value: { ...request, purpose: 'MARKETING' },
        breaks: { pointer: '/purpose', rule: 'enum' },
      },
      'neither reference is given': {
        value: withoutReference,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a claim lacks its justification': {
        value: { ...request, purpose: 'SERVICE_CLAIM', fields: ['NAME'] },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a phone stands in the justification': {
        value: {
          ...request,
          purpose: 'SERVICE_CLAIM',
          fields: ['NAME'],
          justification: '请回拨客户电话19900000001核实情况',
        },
        breaks: { pointer: '/justification', rule: 'digit-run' },
      },
    },
  },
});
