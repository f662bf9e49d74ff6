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

const leafIndex = Whole(
  0,
  Number.MAX_SAFE_INTEGER,
  { en: 'Leaf index', zh: '叶序号' },
  { en: 'Place of the entry in the log, from 0.', zh: '条目在日志中的序号，从 0 起。' },
  privacy('business', 'technical'),
);
const treeSize = Whole(
  1,
  Number.MAX_SAFE_INTEGER,
  { en: 'Tree size', zh: '树规模' },
  { en: 'Size of the tree that the proof is for.', zh: '证明所对应的树规模。' },
  privacy('business', 'technical'),
);

export const AuditInclusion = Closed(
  'AuditInclusion',
  { en: 'Inclusion in the audit log', zh: '审计日志包含证明' },
  { en: 'Proves that an entry is in the tree.', zh: '证明某条目在树中。' },
  {
    leafIndex,
    treeSize,
    leafHash: Ref(Sha256),
    inclusionPath: ListOf(
      Ref(Sha256),
      0,
      64,
      words(
        { en: 'Inclusion path', zh: '包含路径' },
        { en: 'Hashes in the order of RFC 9162.', zh: '按 RFC 9162 顺序的哈希。' },
      ),
    ),
  },
);
export type AuditInclusion = Static<typeof AuditInclusion>;

const proof: AuditInclusion = {
  leafIndex: 0,
  treeSize: 2,
  leafHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  inclusionPath: ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
};

export const getAuditInclusion = defineOperation({
  name: 'get-audit-inclusion',
  since: '1.0',
  title: { en: 'Prove an entry included', zh: '查询包含证明' },
  servedBy: ['platform'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/audit-proofs/inclusion',
  query: { leafIndex, treeSize },
  requiredQuery: ['leafIndex', 'treeSize'],
  answer: { status: 200, body: AuditInclusion },
  problems: ['PARAMETER_INVALID'],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'the first of two': proof },
      invalid: {
        'leaf hash is missing': {
          value: { leafIndex: 0, treeSize: 1, inclusionPath: [] },
          breaks: { pointer: '', rule: 'required' },
        },
        'a tree of nothing': {
          value: { ...proof, treeSize: 0 },
          breaks: { pointer: '/treeSize', rule: 'minimum' },
        },
        'the leaf lies beyond the tree': {
          value: { ...proof, leafIndex: 2 },
          breaks: { pointer: '/leafIndex', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
