import type { Static } from '@sinclair/typebox';
import { batchOf, batchResultOf, defineOperation } from '../define/index.ts';
import { problems } from '../problems.ts';
import { Problem } from '../vocabulary/problem.ts';
import { RevealGrant } from './reveal-grant.ts';
import { RevealRequest } from './reveal-request.ts';

/** At most twenty a batch. */
const MAX_REVEALS = 20;

export const RevealRequestBatch = batchOf(RevealRequest, MAX_REVEALS, {
  en: 'request for a reveal',
  zh: '揭示请求',
});
export type RevealRequestBatch = Static<typeof RevealRequestBatch>;

export const RevealGrantBatchResult = batchResultOf(RevealGrant, Problem, MAX_REVEALS, {
  en: 'grant of a reveal',
  zh: '揭示授权',
});
export type RevealGrantBatchResult = Static<typeof RevealGrantBatchResult>;

const item: RevealRequest = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
};

const refused = {
  index: 0,
  status: 403,
  problem: {
    type: 'https://openwaybill.org/problems/PURPOSE_FIELD_MISMATCH',
    code: 'PURPOSE_FIELD_MISMATCH',
    title: problems.PURPOSE_FIELD_MISMATCH.title.en,
    status: 403,
    retryable: false,
  },
} as const;

export const requestRevealBatch = defineOperation({
  name: 'request-reveal-batch',
  since: '1.0',
  title: { en: 'Request reveals in bulk', zh: '批量请求揭示' },
  description: {
    en: 'Each item passes its own gates and has its own audit entry.',
    zh: '各项分别过闸，各有审计条目。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point', 'customs-agent', 'regulator'],
  method: 'POST',
  path: '/v1/consignee-reveals/batch',
  request: RevealRequestBatch,
  answer: { status: 200, body: RevealGrantBatchResult },
  problems: ['BATCH_TOO_LARGE'],
  requirements: [],
  examples: {
    request: {
      valid: { 'one item': { items: [item] } },
      invalid: {
        'no item': { value: { items: [] }, breaks: { pointer: '/items', rule: 'minItems' } },
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item asks by prose': {
          value: { items: [{ ...item, purpose: 'to check a name' }] },
          breaks: { pointer: '/items/0/purpose', rule: 'enum' },
        },
      },
    },
    answer: {
      valid: { 'one item refused': { results: [refused] } },
      invalid: {
        'results are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a result without its place': {
          value: { results: [{ status: 403, problem: refused.problem }] },
          breaks: { pointer: '/results/0', rule: 'required' },
        },
      },
    },
  },
});
