import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { statement } from './_examples.ts';
import { statementHead } from './statement.ts';

/** What the statement says of itself, so that a reader can see whether the walk of its lines was whole. */
export const StatementIssue = Resource(
  'StatementIssue',
  { en: 'Issue of a statement', zh: '账单出账' },
  { en: 'A statement, or a new revision of it, can be read.', zh: '账单或其新版本已可查询。' },
  { ...statementHead, revision: Ref(Revision), occurredAt: Ref(Instant) },
);
export type StatementIssue = Static<typeof StatementIssue>;

const { status: _status, createdAt: occurredAt, updatedAt: _updatedAt, ...head } = statement;
const issue: StatementIssue = { ...head, occurredAt };
const { lineCount: _, ...withoutCount } = issue;

/** Sent when a period is closed, and when the last dispute of a statement is resolved. */
export const statementIssued = defineEvent({
  type: 'org.openwaybill.settlement.statement.issued',
  since: '1.0',
  title: { en: 'Statement issued', zh: '账单已出账' },
  from: ['courier'],
  to: ['platform', 'merchant'],
  data: StatementIssue,
  subject: 'statementId',
  lifecycle: 'statement',
  states: ['ISSUED'],
  requirements: [],
  examples: {
    valid: { 'the month is closed': issue },
    invalid: {
      'the count of lines is missing': {
        value: withoutCount,
        breaks: { pointer: '', rule: 'required' },
      },
      'a currency in lower case': {
        value: { ...issue, currency: 'cny' },
        breaks: { pointer: '/currency', rule: 'pattern' },
      },
    },
  },
});
