import { defineLifecycle } from '../define/index.ts';

/** A claim is appealed once, since an appeal ends in APPROVED or CLOSED. */
export const claimLifecycle = defineLifecycle({
  entity: 'claim',
  title: { en: 'Claim', zh: '理赔' },
  refusals: 'DSC-028',
  states: {
    FILED: { en: 'Filed', zh: '已提交', terminal: false },
    UNDER_REVIEW: { en: 'Under review', zh: '审核中', terminal: false },
    EVIDENCE_DUE: { en: 'Evidence due', zh: '待补证', terminal: false },
    APPROVED: { en: 'Approved', zh: '已通过', terminal: false },
    REJECTED: { en: 'Rejected', zh: '已驳回', terminal: false },
    APPEALED: { en: 'Appealed', zh: '已申诉', terminal: false },
    PAID: { en: 'Paid', zh: '已赔付', terminal: true },
    CLOSED: { en: 'Closed', zh: '已结案', terminal: true },
    WITHDRAWN: { en: 'Withdrawn', zh: '已撤回', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'file-claim',
      from: [],
      to: 'FILED',
      guard: {
        name: 'NO_LIVE_CLAIM',
        text: {
          en: 'No claim of this waybill and kind is short of a terminal state.',
          zh: '该运单同类理赔均已终结。',
        },
        problem: 'DUPLICATE',
      },
      requirement: 'CLM-004',
    },
    {
      kind: 'decision',
      on: 'REVIEW_STARTED',
      from: ['FILED'],
      to: 'UNDER_REVIEW',
      requirement: 'CLM-002',
    },
    { kind: 'decision', on: 'EVIDENCE_ASKED', from: ['UNDER_REVIEW'], to: 'EVIDENCE_DUE' },
    {
      kind: 'command',
      on: 'add-claim-evidence',
      from: ['UNDER_REVIEW', 'EVIDENCE_DUE'],
      to: 'UNDER_REVIEW',
    },
    {
      kind: 'decision',
      on: 'CLAIM_APPROVED',
      from: ['UNDER_REVIEW'],
      to: 'APPROVED',
      requirement: 'CLM-002',
    },
    {
      kind: 'decision',
      on: 'CLAIM_REJECTED',
      from: ['UNDER_REVIEW'],
      to: 'REJECTED',
      requirement: 'CLM-002',
    },
    {
      kind: 'command',
      on: 'appeal-claim',
      from: ['REJECTED'],
      to: 'APPEALED',
      guard: {
        name: 'APPEAL_IN_TIME',
        text: {
          en: 'appealDueAt, 15 days after the decision, is not yet reached.',
          zh: '未到 appealDueAt，即决定后十五日。',
        },
        problem: 'STATE_ILLEGAL',
      },
    },
    {
      kind: 'timer',
      on: 'APPEAL_PERIOD_ENDED',
      from: ['REJECTED'],
      to: 'CLOSED',
      due: 'appealDueAt',
    },
    { kind: 'decision', on: 'APPEAL_UPHELD', from: ['APPEALED'], to: 'APPROVED' },
    { kind: 'decision', on: 'APPEAL_REFUSED', from: ['APPEALED'], to: 'CLOSED' },
    { kind: 'observation', on: 'CLAIM_PAID', from: ['APPROVED'], to: 'PAID' },
    {
      kind: 'command',
      on: 'withdraw-claim',
      from: ['FILED', 'UNDER_REVIEW', 'EVIDENCE_DUE'],
      to: 'WITHDRAWN',
    },
  ],
});
