import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { Sha256 } from './sha256.ts';

/** Proof that a grant or a denial is in the audit log. The log holds no personal data. */
export const AuditReceipt = Closed(
  'AuditReceipt',
  { en: 'Audit receipt', zh: '审计回执' },
  {
    en: 'Place of an entry in the audit log, and the proof that it is in it.',
    zh: '审计日志条目的位置及其包含证明。',
  },
  {
    leafIndex: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Leaf index', zh: '叶序号' },
      { en: 'Place of the entry in the log, from 0.', zh: '条目在日志中的序号，从 0 起。' },
      { 'x-source': 'RFC 9162 section 2.1', ...privacy('business', 'technical') },
    ),
    leafHash: Ref(
      Sha256,
      words({ en: 'Leaf hash', zh: '叶摘要' }, { en: 'Digest of the entry.', zh: '条目的摘要。' }),
    ),
    checkpoint: Line(
      2000,
      { en: 'Checkpoint', zh: '检查点' },
      {
        en: 'Signed note on a tree that holds the entry: origin, size, root and signature.',
        zh: '覆盖该条目的签名检查点：来源、大小、根与签名。',
      },
      { 'x-source': 'C2SP tlog-checkpoint', ...privacy('business', 'technical') },
    ),
    inclusionPath: ListOf(
      Ref(Sha256),
      0,
      64,
      words(
        { en: 'Inclusion path', zh: '包含路径' },
        { en: 'Hashes from the leaf to the root.', zh: '自叶至根的摘要。' },
      ),
    ),
  },
);
export type AuditReceipt = Static<typeof AuditReceipt>;

export const auditReceiptMessage = defineMessage({
  schema: AuditReceipt,
  requirements: [],
  examples: {
    valid: {
      'the only entry': {
        leafIndex: 0,
        leafHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        checkpoint:
          'openwaybill.org/audit/91210200MA0000001M\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n\u2014 openwaybill.org/audit/91210200MA0000001M c2lnbmF0dXJl\n',
        inclusionPath: [],
      },
    },
    invalid: {
      'a leaf before the first': {
        value: {
          leafIndex: -1,
          leafHash: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
          checkpoint: 'openwaybill.org/audit/91210200MA0000001M\n1\n',
          inclusionPath: [],
        },
        breaks: { pointer: '/leafIndex', rule: 'minimum' },
      },
    },
  },
});
