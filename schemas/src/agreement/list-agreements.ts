import type { Static } from '@sinclair/typebox';
import {
  defineOperation,
  ORGANISATION_ROLES,
  pageOf,
  Ref,
  SERVING_ROLES,
} from '../define/index.ts';
import { updatedSince } from '../vocabulary/updated-since.ts';
import { Agreement } from './agreement.ts';
import { AgreementStatus } from './agreement-codes.ts';

export const AgreementPage = pageOf(Agreement, { en: 'agreement', zh: '数据共享协议' });
export type AgreementPage = Static<typeof AgreementPage>;

export const listAgreements = defineOperation({
  name: 'list-agreements',
  since: '1.0',
  title: { en: 'List agreements', zh: '列出协议' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/agreements',
  query: {
    status: Ref(AgreementStatus),
    ...updatedSince,
  },
  answer: { status: 200, body: AgreementPage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'none so far': { items: [] },
        'none on this page': { items: [], nextCursor: 'c2Vjb25k' },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is an id': {
          value: { items: ['agr_2Jx8mQ4tVb7LkD0sYw9cRA'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
