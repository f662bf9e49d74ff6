import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { stationFiling } from './_examples.ts';
import { OutletFiling } from './outlet-filing.ts';

const { pointId, licenceNo, filedAt, documents, responsiblePerson } = OutletFiling.properties;

/** The regulator adds the rest. */
export const OutletFilingSubmission = Closed(
  'OutletFilingSubmission',
  { en: 'Submission of a filing', zh: '备案提交' },
  { en: 'Asks to file an outlet.', zh: '请求对末端网点备案。' },
  { pointId, licenceNo, filedAt, documents, responsiblePerson },
);
export type OutletFilingSubmission = Static<typeof OutletFilingSubmission>;

const submission: OutletFilingSubmission = {
  pointId: stationFiling.pointId,
  licenceNo: stationFiling.licenceNo,
  filedAt: stationFiling.filedAt,
  responsiblePerson: stationFiling.responsiblePerson,
};
const { licenceNo: _, ...unlicensed } = submission;

export const submitOutletFiling = defineOperation({
  name: 'submit-outlet-filing',
  since: '1.0',
  title: { en: 'File an outlet', zh: '提交末端网点备案' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/outlet-filings',
  request: OutletFilingSubmission,
  answer: { status: 201, body: OutletFiling },
  lifecycle: 'outlet-filing',
  problems: ['DUPLICATE', 'RULE_VIOLATION', 'MASKED_VALUE_AS_INPUT', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'without documents': submission,
        'with a scan of the licence': {
          ...submission,
          documents: [
            {
              attachmentId: '0193a5c0-7d4e-7a11-8c00-000000000105',
              mediaType: 'image/png',
              sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
              sizeBytes: 48_213,
            },
          ],
        },
      },
      invalid: {
        'no licence': { value: unlicensed, breaks: { pointer: '', rule: 'required' } },
        'a masked person': {
          value: { ...submission, responsiblePerson: { name: '张**', mobile: '+8619900000001' } },
          breaks: { pointer: '/responsiblePerson/name', rule: 'masked-input' },
        },
        'a person without a number': {
          value: { ...submission, responsiblePerson: { name: '张三丰' } },
          breaks: { pointer: '/responsiblePerson', rule: 'contact-number' },
        },
      },
    },
  },
});
