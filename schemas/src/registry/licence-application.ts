import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, Resource, words } from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';
import { LicenceNo } from '../vocabulary/licence-no.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { renewal } from './_examples.ts';
import { licensedRegions, publicParty } from './_members.ts';
import { LicenceApplicationKind, LicenceApplicationStatus } from './registry-codes.ts';

/** Files are named by their digest and fetched apart. */
export const applicationDocuments = ListOf(
  Ref(Attachment),
  1,
  50,
  words({ en: 'Documents', zh: '材料' }, { en: 'What is handed in.', zh: '提交的材料。' }),
);

const applied = {
  partyId: publicParty,
  kind: Ref(LicenceApplicationKind),
  regionCodes: licensedRegions,
  documents: applicationDocuments,
};

export const LicenceApplicationSubmission = Closed(
  'LicenceApplicationSubmission',
  { en: 'Submission of an application', zh: '许可申请提交' },
  {
    en: 'A courier applies for a licence or for a change of one.',
    zh: '快递企业申请许可或变更许可。',
  },
  applied,
);
export type LicenceApplicationSubmission = Static<typeof LicenceApplicationSubmission>;

export const LicenceApplication = Resource(
  'LicenceApplication',
  { en: 'Licence application', zh: '许可申请' },
  { en: 'How an application stands.', zh: '许可申请的进展。' },
  {
    applicationId: Ref(
      Uuid,
      words(
        { en: 'Application id', zh: '申请标识' },
        { en: 'Names the application.', zh: '标识该申请。' },
      ),
    ),
    ...applied,
    licenceNo: Optional(
      Ref(
        LicenceNo,
        words(
          { en: 'Licence number', zh: '许可证号' },
          { en: 'Only once it is granted.', zh: '许可后给出。' },
        ),
      ),
    ),
    status: Ref(LicenceApplicationStatus),
    ...storedMembers,
  },
);
export type LicenceApplication = Static<typeof LicenceApplication>;

const {
  applicationId: _,
  status: __,
  revision: ___,
  createdAt: ____,
  updatedAt: _____,
  ...submission
} = renewal;
const { documents: ______, ...withoutDocuments } = renewal;

export const licenceApplicationSubmission = defineMessage({
  schema: LicenceApplicationSubmission,
  requirements: [],
  examples: {
    valid: { 'a renewal': submission, 'a new licence': { ...submission, kind: 'NEW' } },
    invalid: {
      'a kind of no list': {
        value: { ...submission, kind: 'EXTEND' },
        breaks: { pointer: '/kind', rule: 'enum' },
      },
      'no documents': {
        value: { ...submission, documents: [] },
        breaks: { pointer: '/documents', rule: 'minItems' },
      },
      'a wrong check character': {
        value: { ...submission, partyId: '91210200MA0000002P' },
        breaks: { pointer: '/partyId', rule: 'check-digit' },
      },
    },
  },
});

export const licenceApplication = defineMessage({
  schema: LicenceApplication,
  requirements: [],
  examples: {
    valid: {
      'handed in': renewal,
      granted: { ...renewal, status: 'GRANTED', licenceNo: '辽邮20260001', revision: 3 },
    },
    invalid: {
      'documents are missing': {
        value: withoutDocuments,
        breaks: { pointer: '', rule: 'required' },
      },
      'a number before the grant': {
        value: { ...renewal, licenceNo: '辽邮20260001' },
        breaks: { pointer: '/licenceNo', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
