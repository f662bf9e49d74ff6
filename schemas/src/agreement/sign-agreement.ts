import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ORGANISATION_ROLES,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { KeyId } from '../vocabulary/key-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { Agreement, agreementSignatureText, signedAt } from './agreement.ts';

export const AgreementSignature = Closed(
  'AgreementSignature',
  { en: 'Signature of an agreement', zh: '协议签署' },
  { en: 'Signs one revision of the terms.', zh: '签署某一版本的条款。' },
  {
    keyId: Ref(KeyId),
    signedAt,
    signature: agreementSignatureText,
    revision: Ref(
      Revision,
      words(
        { en: 'Revision', zh: '条款版本' },
        { en: 'The revision that is signed.', zh: '所签署的版本。' },
      ),
    ),
  },
);
export type AgreementSignature = Static<typeof AgreementSignature>;

const signature: AgreementSignature = {
  keyId: 'sig-2026-03',
  signedAt: '2026-11-01T10:00:00+08:00',
  signature: 'eyJhbGciOiJFZERTQSJ9.eyJhZ3JlZW1lbnRJZCI6ImFnciJ9.c2lnbmF0dXJl',
  revision: 1,
};
const { keyId: _, ...withoutKey } = signature;

export const signAgreement = defineOperation({
  name: 'sign-agreement',
  since: '1.0',
  title: { en: 'Sign an agreement', zh: '签署协议' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/agreements/{agreementId}/sign',
  request: AgreementSignature,
  answer: { status: 200, body: Agreement },
  lifecycle: 'agreement',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'SIGNATURE_INVALID', 'REVISION_STALE'],
  agreement: 'none',
  requirements: [
    {
      id: 'AGR-004',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A signature over another revision is refused with `REVISION_STALE`.',
        zh: '对其他版本的签名须拒绝。',
      },
      wire: 'sign an old revision',
      judgedBy: 'check',
    },
    {
      id: 'AGR-005',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'An invalid signature is refused with `SIGNATURE_INVALID` and leaves the state unchanged.',
        zh: '无效签名须拒绝且状态不变。',
      },
      wire: 'one bit changed',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'the first revision': signature },
      invalid: {
        'key id is missing': { value: withoutKey, breaks: { pointer: '', rule: 'required' } },
        'the payload is detached': {
          value: { ...signature, signature: 'eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJl' },
          breaks: { pointer: '/signature', rule: 'pattern' },
        },
        'revision is text': {
          value: { ...signature, revision: '1' },
          breaks: { pointer: '/revision', rule: 'type' },
        },
      },
    },
  },
});
