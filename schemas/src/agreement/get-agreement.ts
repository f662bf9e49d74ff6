import { defineOperation, ORGANISATION_ROLES, SERVING_ROLES } from '../define/index.ts';
import { Agreement } from './agreement.ts';

export const getAgreement = defineOperation({
  name: 'get-agreement',
  since: '1.0',
  title: { en: 'Read an agreement', zh: '查询协议' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/agreements/{agreementId}',
  answer: { status: 200, body: Agreement },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
