import { defineOperation } from '../define/index.ts';
import { LicenceApplication, LicenceApplicationSubmission } from './licence-application.ts';

export const applyForLicence = defineOperation({
  name: 'apply-for-licence',
  since: '1.0',
  title: { en: 'Apply for a licence', zh: '申请许可' },
  description: {
    en: 'One open application of a kind for a party; a second is refused with DUPLICATE.',
    zh: '同一主体同类申请仅可有一件在办，再次提交以 DUPLICATE 拒绝。',
  },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/licence-applications',
  request: LicenceApplicationSubmission,
  answer: { status: 201, body: LicenceApplication },
  lifecycle: 'licence-application',
  problems: ['DUPLICATE', 'CHECK_DIGIT_INVALID'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
