import { CALLING_ROLES, defineOperation } from '../define/index.ts';
import { LicenceRecord } from './licence-record.ts';

export const getLicence = defineOperation({
  name: 'get-licence',
  since: '1.0',
  title: { en: 'Read a licence', zh: '查询许可' },
  servedBy: ['regulator'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/licences/{licenceNo}',
  answer: { status: 200, body: LicenceRecord },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
