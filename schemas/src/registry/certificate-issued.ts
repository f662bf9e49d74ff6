import type { Static } from '@sinclair/typebox';
import { defineEvent, ORGANISATION_ROLES, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { certificate } from './_examples.ts';
import { publicDay, publicId } from './_members.ts';

export const CertificateIssue = Resource(
  'CertificateIssue',
  { en: 'Issue of a certificate', zh: '证书颁发' },
  { en: 'That a certificate can be read.', zh: '一份证书可供查询。' },
  {
    certificateId: publicId(
      { en: 'Certificate id', zh: '证书标识' },
      { en: 'Names the certificate.', zh: '标识该证书。' },
    ),
    partyId: Ref(PartyId),
    expiresOn: publicDay({ en: 'Expires on', zh: '到期日期' }, { en: 'Last day.', zh: '末日。' }),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When it was issued.', zh: '颁发的时刻。' },
      ),
    ),
  },
);
export type CertificateIssue = Static<typeof CertificateIssue>;

const { certificateId, partyId, expiresOn } = certificate;
const issue: CertificateIssue = {
  certificateId,
  partyId,
  expiresOn,
  occurredAt: '2026-11-02T09:00:00+08:00',
};

export const certificateIssued = defineEvent({
  type: 'org.openwaybill.registry.certificate.issued',
  since: '1.0',
  title: { en: 'A certificate was issued', zh: '证书已颁发' },
  from: ['hub'],
  to: ORGANISATION_ROLES,
  data: CertificateIssue,
  subject: 'certificateId',
  requirements: [],
  examples: {
    valid: { 'a courier of class core': issue },
    invalid: {
      'the party is missing': {
        value: { certificateId, expiresOn, occurredAt: issue.occurredAt },
        breaks: { pointer: '', rule: 'required' },
      },
      'a day that does not exist': {
        value: { ...issue, expiresOn: '2027-11-31' },
        breaks: { pointer: '/expiresOn', rule: 'format' },
      },
    },
  },
});
