import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { renewal } from './_examples.ts';
import { applicationDocuments, LicenceApplication } from './licence-application.ts';

/** The documents as a whole, not only those that were missing. */
export const LicenceApplicationSupplement = Closed(
  'LicenceApplicationSupplement',
  { en: 'Supplement of an application', zh: '许可申请补正' },
  { en: 'All documents of the application, corrected.', zh: '补正后的全部材料。' },
  { documents: applicationDocuments },
);
export type LicenceApplicationSupplement = Static<typeof LicenceApplicationSupplement>;

export const supplementLicenceApplication = defineOperation({
  name: 'supplement-licence-application',
  since: '1.0',
  title: { en: 'Supplement a licence application', zh: '补正许可申请' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/licence-applications/{applicationId}/supplement',
  request: LicenceApplicationSupplement,
  answer: { status: 200, body: LicenceApplication },
  lifecycle: 'licence-application',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  agreement: 'none',
  requirements: [],
  examples: {
    request: {
      valid: { 'one document': { documents: renewal.documents } },
      invalid: {
        'nothing is handed in': {
          value: { documents: [] },
          breaks: { pointer: '/documents', rule: 'minItems' },
        },
        'documents are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
      },
    },
  },
});
