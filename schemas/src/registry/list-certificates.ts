import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf, Ref, words } from '../define/index.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { certificate } from './_examples.ts';
import { ConformanceCertificate } from './conformance-certificate.ts';

export const ConformanceCertificatePage = pageOf(ConformanceCertificate, {
  en: 'certificate of conformance',
  zh: '符合性证书',
});
export type ConformanceCertificatePage = Static<typeof ConformanceCertificatePage>;

export const listCertificates = defineOperation({
  name: 'list-certificates',
  since: '1.0',
  title: { en: 'List certificates of conformance', zh: '列出符合性证书' },
  servedBy: ['hub'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/conformance-certificates',
  query: {
    partyId: Ref(
      PartyId,
      words(
        { en: 'Party', zh: '主体' },
        { en: 'Only certificates of this party.', zh: '仅限该主体的证书。' },
      ),
    ),
  },
  answer: { status: 200, body: ConformanceCertificatePage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] }, 'one certificate': { items: [certificate] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: [certificate.certificateId] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
