import type { Static } from '@sinclair/typebox';
import { defineOperation, ListOf, Optional, Ref, Resource, words } from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NameMasked } from '../vocabulary/name-masked.ts';
import { PodMethod } from '../vocabulary/pod-method-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** Read, never an event: the notice of it names neither signer nor attachment. */
export const ProofOfDelivery = Resource(
  'ProofOfDelivery',
  { en: 'Proof of delivery', zh: '签收凭证' },
  { en: 'How and when a parcel was signed for.', zh: '包裹的签收方式与时刻。' },
  {
    waybillNo: Ref(WaybillNo),
    method: Ref(PodMethod),
    signedAt: Ref(
      Instant,
      words(
        { en: 'Signed at', zh: '签收时刻' },
        { en: 'When it was signed for.', zh: '签收的时刻。' },
      ),
    ),
    signedByMasked: Optional(
      Ref(
        NameMasked,
        words(
          { en: 'Signed by', zh: '签收人' },
          { en: 'Masked name of the signer.', zh: '签收人的脱敏姓名。' },
        ),
      ),
    ),
    attachments: Optional(
      ListOf(
        Ref(Attachment),
        0,
        5,
        words(
          { en: 'Attachments', zh: '附件' },
          {
            en: 'Photos and signatures, only where the agreement has podAttachments; each link works once, for 15 minutes.',
            zh: '照片与签名，仅限协议准许签收附件时；每个链接一次有效，时限十五分钟。',
          },
        ),
      ),
    ),
    consentId: Optional(Ref(ConsentId)),
  },
);
export type ProofOfDelivery = Static<typeof ProofOfDelivery>;

const signed = {
  waybillNo: 'ZZ010000000016',
  method: 'CONSIGNEE_SIGNED',
  signedAt: '2026-11-24T15:02:00+08:00',
} as const;

/** Answered only once a delivery is recorded. */
export const getProofOfDelivery = defineOperation({
  name: 'get-proof-of-delivery',
  since: '1.0',
  title: { en: 'Read the proof of delivery', zh: '查询签收凭证' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'GET',
  path: '/v1/parcels/{carrierCode}/{waybillNo}/proof-of-delivery',
  answer: { status: 200, body: ProofOfDelivery },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'TRK-016',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A proof-of-delivery attachment needs an agreement that grants it; its link works once and at most 15 minutes.',
        zh: '签收凭证附件须经协议授权，链接一次有效且不超过十五分钟。',
      },
      wire: 'use the link twice; clock',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'signed by the consignee': { ...signed, signedByMasked: '张**' },
        'photo under an agreement': {
          ...signed,
          method: 'PHOTO',
          attachments: [
            {
              attachmentId: '01935b8a-7c00-7a11-8a01-0000000000a1',
              mediaType: 'image/jpeg',
              sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
              sizeBytes: 48213,
              contentUrl: 'https://courier.example/pod/8Jq2Xh0mT7uVw3Yz',
            },
          ],
        },
        'left at the door by consent': {
          ...signed,
          method: 'AGENT_SIGNED',
          consentId: '01935b8a-7c00-7a11-8a01-0000000000d1',
        },
      },
      invalid: {
        'method is missing': {
          value: { waybillNo: signed.waybillNo, signedAt: signed.signedAt },
          breaks: { pointer: '', rule: 'required' },
        },
        'signer in plain': {
          value: { ...signed, signedByMasked: '张三丰' },
          breaks: { pointer: '/signedByMasked', rule: 'pattern' },
        },
      },
    },
  },
});
