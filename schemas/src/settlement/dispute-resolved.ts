import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { dispute } from './_examples.ts';
import { creditedAmount, disputeId } from './dispute.ts';
import { DisputeStatus } from './settlement-codes.ts';
import { statementId } from './statement.ts';
import { lineId } from './statement-line.ts';

/** The statement gets a new revision once its last dispute is resolved. */
export const DisputeResolution = Resource(
  'DisputeResolution',
  { en: 'Resolution of a dispute', zh: '账单争议处理结果' },
  { en: 'How a dispute about a line ended.', zh: '明细争议的处理结果。' },
  {
    disputeId,
    statementId,
    lineId,
    toStatus: Ref(
      DisputeStatus,
      words({ en: 'To', zh: '结果' }, { en: 'UPHELD or REJECTED.', zh: '争议成立或不成立。' }),
    ),
    creditedAmount,
    occurredAt: Ref(Instant),
  },
);
export type DisputeResolution = Static<typeof DisputeResolution>;

const resolution: DisputeResolution = {
  disputeId: dispute.disputeId,
  statementId: dispute.statementId,
  lineId: dispute.lineId,
  toStatus: 'UPHELD',
  creditedAmount: dispute.claimedAmount,
  occurredAt: '2026-12-03T10:00:00+08:00',
};
const { creditedAmount: _, ...withoutCredit } = resolution;

/** Sent when the courier has decided. */
export const disputeResolved = defineEvent({
  type: 'org.openwaybill.settlement.dispute.resolved',
  since: '1.0',
  title: { en: 'Dispute resolved', zh: '账单争议已处理' },
  from: ['courier'],
  to: ['platform', 'merchant'],
  data: DisputeResolution,
  subject: 'disputeId',
  lifecycle: 'dispute',
  states: ['UPHELD', 'REJECTED'],
  requirements: [],
  examples: {
    valid: {
      'for the merchant': resolution,
      'for the courier': { ...withoutCredit, toStatus: 'REJECTED' },
    },
    invalid: {
      'upheld, and nothing is credited': {
        value: withoutCredit,
        breaks: { pointer: '', rule: 'DSC-022', requirement: 'DSC-022' },
      },
      'resolved, and still open': {
        value: { ...withoutCredit, toStatus: 'OPEN' },
        breaks: { pointer: '/toStatus', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
