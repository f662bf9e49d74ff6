import { defineLifecycle } from '../define/index.ts';

/** Nothing in it is a command on the wire: the party that owns a notice decides alone. */
export const interruptionNoticeLifecycle = defineLifecycle({
  entity: 'interruption-notice',
  title: { en: 'Interruption notice', zh: '中断通知' },
  refusals: 'DSC-028',
  states: {
    DRAFT: { en: 'Draft', zh: '草稿', terminal: false },
    PRE_REPORTED: { en: 'Pre-reported', zh: '已预报告', terminal: false },
    ISSUED: { en: 'Issued', zh: '已通知', terminal: false },
    ACTIVE: { en: 'Active', zh: '中断中', terminal: false },
    RESTORED: { en: 'Restored', zh: '已恢复', terminal: false },
    CLOSED: { en: 'Closed', zh: '已关闭', terminal: true },
    WITHDRAWN: { en: 'Withdrawn', zh: '已撤回', terminal: true },
    SUPERSEDED: { en: 'Superseded', zh: '已替代', terminal: true },
  },
  transitions: [
    { kind: 'decision', on: 'DRAFT_MADE', from: [], to: 'DRAFT' },
    {
      kind: 'decision',
      on: 'PRE_REPORT_ACCEPTED',
      from: ['DRAFT'],
      to: 'PRE_REPORTED',
      requirement: 'CTY-005',
    },
    {
      kind: 'decision',
      on: 'ISSUE',
      from: ['DRAFT'],
      to: 'ISSUED',
      guard: {
        name: 'NO_PRE_REPORT_DUE_AND_LEAD_TIME_KEPT',
        text: {
          en: 'No pre-report is due, and the lead time of the class is kept.',
          zh: '无需预报告，且满足该类别的提前时间。',
        },
      },
      requirement: 'CTY-005',
    },
    {
      kind: 'decision',
      on: 'ISSUE',
      from: ['PRE_REPORTED'],
      to: 'ISSUED',
      guard: {
        name: 'LEAD_TIME_KEPT',
        text: { en: 'The lead time of the class is kept.', zh: '满足该类别的提前时间。' },
      },
      requirement: 'CTY-002',
    },
    {
      kind: 'observation',
      on: 'UNPLANNED_INTERRUPTION_DETECTED',
      from: [],
      to: 'ACTIVE',
      guard: {
        name: 'NOTICE_WITHIN_15_MINUTES',
        text: {
          en: 'The notice is sent within 15 minutes after the detection.',
          zh: '发现后 15 分钟内发出通知。',
        },
      },
      requirement: 'CTY-004',
    },
    { kind: 'timer', on: 'STARTS_AT_REACHED', from: ['ISSUED'], to: 'ACTIVE' },
    { kind: 'decision', on: 'UPDATE', from: ['ISSUED', 'ACTIVE'], to: 'SAME' },
    {
      kind: 'decision',
      on: 'WITHDRAW',
      from: ['DRAFT', 'PRE_REPORTED', 'ISSUED'],
      to: 'WITHDRAWN',
    },
    {
      kind: 'decision',
      on: 'NAMED_BY_SUPERSEDING_NOTICE',
      from: ['ISSUED', 'ACTIVE'],
      to: 'SUPERSEDED',
    },
    { kind: 'observation', on: 'SERVICE_IS_BACK', from: ['ACTIVE'], to: 'RESTORED' },
    {
      kind: 'decision',
      on: 'BACKLOG_REPLAYED',
      from: ['RESTORED'],
      to: 'CLOSED',
      requirement: 'CTY-008',
    },
    { kind: 'observation', on: 'INTERRUPTION_RETURNS', from: ['RESTORED'], to: 'ACTIVE' },
  ],
});
