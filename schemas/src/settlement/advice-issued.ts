import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { Revision } from '../vocabulary/revision.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { advice } from './_examples.ts';

/** The lines are read, not sent. */
export const ChargeAdviceIssue = Resource(
  'ChargeAdviceIssue',
  { en: 'Issue of an advice of charges', zh: '费用通知出具' },
  { en: 'The charges of a waybill can be read.', zh: '运单费用已可查询。' },
  {
    waybillNo: Ref(WaybillNo),
    total: Ref(
      Money,
      words({ en: 'Total', zh: '总额' }, { en: 'What the waybill cost.', zh: '运单的费用总额。' }),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type ChargeAdviceIssue = Static<typeof ChargeAdviceIssue>;

const issue: ChargeAdviceIssue = {
  waybillNo: advice.waybillNo,
  total: advice.total,
  revision: 1,
  occurredAt: '2026-11-11T20:00:00+08:00',
};
const { total: _, ...withoutTotal } = issue;

/** Sent at the first issue and at each revision. */
export const adviceIssued = defineEvent({
  type: 'org.openwaybill.settlement.advice.issued',
  since: '1.0',
  title: { en: 'Advice of charges issued', zh: '费用通知已出具' },
  from: ['courier'],
  to: ['platform', 'merchant'],
  data: ChargeAdviceIssue,
  subject: 'waybillNo',
  requirements: [],
  examples: {
    valid: { 'after the weighing': issue },
    invalid: {
      'total is missing': { value: withoutTotal, breaks: { pointer: '', rule: 'required' } },
      'lines do not belong in an event': {
        value: { ...issue, lines: advice.lines },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
