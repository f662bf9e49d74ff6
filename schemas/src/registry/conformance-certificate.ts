import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Part,
  privacy,
  Ref,
  Resource,
  Role,
  words,
} from '../define/index.ts';
import { Sha256 } from '../vocabulary/sha256.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { certificate } from './_examples.ts';
import { publicDay, publicId, publicParty } from './_members.ts';

const technical = privacy('public', 'technical');

/** Public, and of one version of one software: a later version needs a new one. */
export const ConformanceCertificate = Resource(
  'ConformanceCertificate',
  { en: 'Certificate of conformance', zh: '符合性证书' },
  {
    en: 'That a version of a software met a set of requirements, by a report that anybody can judge again.',
    zh: '某软件版本满足一组要求；所依据的报告可由任何人复核。',
  },
  {
    certificateId: publicId(
      { en: 'Certificate id', zh: '证书标识' },
      { en: 'Names the certificate.', zh: '标识该证书。' },
    ),
    partyId: publicParty,
    software: Part(
      {
        name: Line(
          40,
          { en: 'Name', zh: '名称' },
          { en: 'Name of the software.', zh: '软件名称。' },
          technical,
        ),
        version: Line(
          40,
          { en: 'Version', zh: '版本' },
          { en: 'Version of the software.', zh: '软件版本。' },
          technical,
        ),
      },
      words({ en: 'Software', zh: '软件' }, { en: 'What was tested.', zh: '被测软件。' }),
    ),
    claims: ListOf(
      Part({
        role: Ref(Role, privacy('public', 'code')),
        conformanceClass: Line(
          40,
          { en: 'Conformance class', zh: '合规类别' },
          { en: 'As in the capability document.', zh: '与能力文档一致。' },
          { pattern: '[a-z]+(-[a-z]+)*', ...privacy('public', 'code') },
        ),
      }),
      1,
      100,
      words({ en: 'Claims', zh: '声明' }, { en: 'What was shown.', zh: '已证实的声明。' }),
    ),
    requirementSet: Line(
      20,
      { en: 'Requirement set', zh: '要求集' },
      { en: 'Release whose requirements were met.', zh: '所满足要求的发布版本。' },
      { pattern: '[0-9]+[.][0-9]+[.][0-9]+', ...technical },
    ),
    reportSha256: Ref(Sha256, {
      ...words(
        { en: 'Digest of the report', zh: '报告摘要' },
        { en: 'Of the report that shows it.', zh: '所依据报告的摘要。' },
      ),
      ...technical,
    }),
    issuedOn: publicDay({ en: 'Issued on', zh: '颁发日期' }, { en: 'First day.', zh: '首日。' }),
    expiresOn: publicDay({ en: 'Expires on', zh: '到期日期' }, { en: 'Last day.', zh: '末日。' }),
    ...storedMembers,
  },
);
export type ConformanceCertificate = Static<typeof ConformanceCertificate>;

const { expiresOn: _, ...withoutEnd } = certificate;

export const conformanceCertificate = defineMessage({
  schema: ConformanceCertificate,
  requirements: [
    {
      id: 'REG-004',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A certificate names software version, claims, requirement set and report digest, and expires.',
        zh: '证书须注明版本、声明、要求集、报告摘要并有期限。',
      },
      wire: 'read',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'a courier of class core': certificate },
    invalid: {
      'it never ends': { value: withoutEnd, breaks: { pointer: '', rule: 'required' } },
      'it ends before it begins': {
        value: { ...certificate, expiresOn: '2026-11-01' },
        breaks: { pointer: '/expiresOn', rule: 'REG-004', requirement: 'REG-004' },
      },
      'nothing is claimed': {
        value: { ...certificate, claims: [] },
        breaks: { pointer: '/claims', rule: 'minItems' },
      },
    },
  },
});
