import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, Closed, defineOperation, Line, privacy } from '../define/index.ts';

export const AuditCheckpoint = Closed(
  'AuditCheckpoint',
  { en: 'Checkpoint of the audit log', zh: '审计检查点' },
  {
    en: 'Size and root of the log, signed: a C2SP signed note as text.',
    zh: '日志规模与根的签名文本（C2SP signed-note）。',
  },
  {
    checkpoint: Line(
      2000,
      { en: 'Checkpoint', zh: '检查点' },
      {
        en: 'The signed note. Its origin, which also names the Ed25519 key, is openwaybill.org/audit/ and the partyId.',
        zh: '签名文本。来源（亦为 Ed25519 公钥之名）为 openwaybill.org/audit/ 加 partyId。',
      },
      { 'x-source': 'C2SP tlog-checkpoint', ...privacy('business', 'technical') },
    ),
  },
);
export type AuditCheckpoint = Static<typeof AuditCheckpoint>;

export const getAuditCheckpoint = defineOperation({
  name: 'get-audit-checkpoint',
  since: '1.0',
  title: { en: 'Read the latest checkpoint', zh: '查询最新检查点' },
  servedBy: ['platform'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/audit-checkpoints/latest',
  answer: { status: 200, body: AuditCheckpoint },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'a log of two entries': {
          checkpoint:
            'openwaybill.org/audit/91210200MA0000001M\n2\n+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=\n\n— openwaybill.org/audit/91210200MA0000001M AAAAAGZpY3Rpb24=\n',
        },
      },
      invalid: {
        'checkpoint is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'checkpoint is empty': {
          value: { checkpoint: '' },
          breaks: { pointer: '/checkpoint', rule: 'minLength' },
        },
      },
    },
  },
});
