import { defineOperation } from '../define/index.ts';
import { LicenceApplication } from './licence-application.ts';

export const getLicenceApplication = defineOperation({
  name: 'get-licence-application',
  since: '1.0',
  title: { en: 'Read a licence application', zh: '查询许可申请' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/licence-applications/{applicationId}',
  answer: { status: 200, body: LicenceApplication },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
