import type { Static } from '@sinclair/typebox';
import {
  CALLING_ROLES,
  Closed,
  defineOperation,
  ListOf,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { Sha256 } from '../vocabulary/sha256.ts';

/** `from` is a keyword of Python: generators take the other name. */
const from = Whole(
  0,
  Number.MAX_SAFE_INTEGER,
  { en: 'From size', zh: '起始规模' },
  { en: 'Size of the older tree.', zh: '较早的树规模。' },
  { 'x-codegen-name': 'fromSize', ...privacy('business', 'technical') },
);
const to = Whole(
  0,
  Number.MAX_SAFE_INTEGER,
  { en: 'To size', zh: '目标规模' },
  { en: 'Size of the newer tree.', zh: '较新的树规模。' },
  privacy('business', 'technical'),
);

export const AuditConsistency = Closed(
  'AuditConsistency',
  { en: 'Consistency of the audit log', zh: '审计日志一致性' },
  {
    en: 'Proves that the older tree is a prefix of the newer one.',
    zh: '证明较早的树是较新的树的前缀。',
  },
  {
    from,
    to,
    consistencyPath: ListOf(
      Ref(Sha256),
      0,
      128,
      words(
        { en: 'Consistency path', zh: '一致性路径' },
        { en: 'Hashes in the order of RFC 9162.', zh: '按 RFC 9162 顺序的哈希。' },
      ),
    ),
  },
);
export type AuditConsistency = Static<typeof AuditConsistency>;

export const getAuditConsistency = defineOperation({
  name: 'get-audit-consistency',
  since: '1.0',
  title: { en: 'Prove the log consistent', zh: '查询一致性证明' },
  servedBy: ['platform'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/audit-proofs/consistency',
  query: { from, to },
  requiredQuery: ['from', 'to'],
  answer: { status: 200, body: AuditConsistency },
  problems: ['PARAMETER_INVALID'],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'from one entry to two': {
          from: 1,
          to: 2,
          consistencyPath: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
        },
        'one tree twice': { from: 2, to: 2, consistencyPath: [] },
      },
      invalid: {
        'path is missing': {
          value: { from: 1, to: 2 },
          breaks: { pointer: '', rule: 'required' },
        },
        'a hash in upper case': {
          value: {
            from: 1,
            to: 2,
            consistencyPath: ['96A296D224F285C67BEE93C30F8A309157F0DAA35DC5B87E410B78630A09CFC7'],
          },
          breaks: { pointer: '/consistencyPath/0', rule: 'pattern' },
        },
        'the tree shrinks': {
          value: { from: 2, to: 1, consistencyPath: [] },
          breaks: { pointer: '/to', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
