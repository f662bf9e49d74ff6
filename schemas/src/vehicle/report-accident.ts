import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { accident, storedMembersOfToday } from './_examples.ts';
import { AccidentReport, accidentMembers } from './accident-report.ts';

/** The report, as the receiver keeps it. */
export const AccidentRecord = Resource(
  'AccidentRecord',
  { en: 'Record of an accident', zh: '事故记录' },
  { en: 'A report as it is stored.', zh: '已保存的事故报告。' },
  { ...accidentMembers, ...storedMembers },
);
export type AccidentRecord = Static<typeof AccidentRecord>;

const record: AccidentRecord = { ...accident, ...storedMembersOfToday };
const { revision: _, ...withoutRevision } = record;

export const reportAccident = defineOperation({
  name: 'report-accident',
  since: '1.0',
  title: { en: 'Report an accident', zh: '报告事故' },
  servedBy: ['regulator', 'insurer'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/accident-reports',
  request: AccidentReport,
  answer: { status: 201, also: [200], body: AccidentRecord },
  problems: ['NOT_FOUND', 'DUPLICATE', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'stored for the first time': record },
      invalid: {
        'revision is missing': {
          value: withoutRevision,
          breaks: { pointer: '', rule: 'required' },
        },
        'revision is zero': {
          value: { ...record, revision: 0 },
          breaks: { pointer: '/revision', rule: 'minimum' },
        },
      },
    },
  },
});
