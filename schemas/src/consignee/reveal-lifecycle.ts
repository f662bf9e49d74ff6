import { defineLifecycle } from '../define/index.ts';

/** Where two rows fit one moment, REVOKED wins: the timer never outruns a revocation. */
export const revealLifecycle = defineLifecycle({
  entity: 'reveal',
  title: { en: 'Reveal', zh: '揭示' },
  refusals: 'DSC-028',
  states: {
    PENDING_APPROVAL: { en: 'Pending approval', zh: '待审批', terminal: false },
    GRANTED: { en: 'Granted', zh: '已准予', terminal: false },
    DENIED: { en: 'Denied', zh: '已拒绝', terminal: true },
    CONSUMED: { en: 'Consumed', zh: '已使用', terminal: false },
    EXPIRED: { en: 'Expired', zh: '已过期', terminal: true },
    REVOKED: { en: 'Revoked', zh: '已撤销', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'request-reveal',
      from: [],
      to: 'DENIED',
      guard: {
        name: 'GATE_FAILED',
        text: {
          en: "A gate failed: its problem is answered, with the receipt of the audit log's entry.",
          zh: '某一闸口未通过：返回其错误，并附审计条目凭据。',
        },
      },
      requirement: 'CSN-008',
    },
    {
      kind: 'command',
      on: 'request-reveal',
      from: [],
      to: 'PENDING_APPROVAL',
      guard: {
        name: 'APPROVAL_NEEDED',
        text: { en: 'The purpose needs an approval.', zh: '该目的需要审批。' },
      },
    },
    {
      kind: 'command',
      on: 'request-reveal',
      from: [],
      to: 'CONSUMED',
      guard: {
        name: 'LAST_USE',
        text: {
          en: 'The answer holds the fields and uses up the last use.',
          zh: '应答含字段并用尽最后一次。',
        },
      },
      requirement: 'CSN-010',
    },
    { kind: 'command', on: 'request-reveal', from: [], to: 'GRANTED' },
    { kind: 'decision', on: 'APPROVED', from: ['PENDING_APPROVAL'], to: 'GRANTED' },
    { kind: 'decision', on: 'REJECTED', from: ['PENDING_APPROVAL'], to: 'DENIED' },
    { kind: 'timer', on: 'APPROVAL_OVERDUE', from: ['PENDING_APPROVAL'], to: 'EXPIRED' },
    {
      kind: 'command',
      on: 'read-reveal',
      from: ['GRANTED'],
      to: 'CONSUMED',
      guard: {
        name: 'LAST_USE',
        text: { en: 'It is the last use.', zh: '为最后一次使用。' },
      },
      requirement: 'CSN-010',
    },
    { kind: 'command', on: 'read-reveal', from: ['GRANTED'], to: 'GRANTED' },
    {
      kind: 'command',
      on: 'read-reveal',
      from: ['CONSUMED', 'EXPIRED', 'REVOKED'],
      to: 'SAME',
      guard: {
        name: 'USES_LEFT',
        text: {
          en: 'Never so in these states: the grant is used up, expired or revoked.',
          zh: '在这些状态下不成立：授权已用尽、过期或撤销。',
        },
        problem: 'GRANT_EXPIRED',
      },
      requirement: 'CSN-010',
    },
    { kind: 'timer', on: 'LIFE_OVER', from: ['GRANTED', 'CONSUMED'], to: 'EXPIRED' },
    { kind: 'observation', on: 'STAGE_LEFT', from: ['GRANTED', 'CONSUMED'], to: 'EXPIRED' },
    {
      kind: 'command',
      on: 'revoke-reveal',
      from: ['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'],
      to: 'REVOKED',
    },
    {
      kind: 'decision',
      on: 'WITHDRAWN',
      from: ['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'],
      to: 'REVOKED',
      guard: {
        name: 'REASON_TO_WITHDRAW',
        text: {
          en: "A refund, complaint, breach, the end of the agreement or the person's objection.",
          zh: '退款、投诉、泄露事件、协议终止或本人反对。',
        },
      },
    },
    {
      kind: 'observation',
      on: 'PARCEL_TERMINAL',
      from: ['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'],
      to: 'REVOKED',
      guard: {
        name: 'FULFILMENT_PURPOSE',
        text: { en: 'The purpose begins with FULFIL_.', zh: '目的以 FULFIL_ 开头。' },
      },
      requirement: 'CSN-011',
    },
  ],
});
