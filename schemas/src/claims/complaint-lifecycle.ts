import { defineLifecycle } from '../define/index.ts';

/** A late answer is still an answer, after an escalation too. */
export const complaintLifecycle = defineLifecycle({
  entity: 'complaint',
  title: { en: 'Complaint', zh: '投诉' },
  refusals: 'DSC-028',
  states: {
    OPEN: { en: 'Open', zh: '待答复', terminal: false },
    OVERDUE: { en: 'Overdue', zh: '逾期未答复', terminal: false },
    ESCALATED: { en: 'Escalated', zh: '已升级', terminal: false },
    ANSWERED: { en: 'Answered', zh: '已答复', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'open-complaint', from: [], to: 'OPEN' },
    {
      kind: 'decision',
      on: 'COMPLAINT_ANSWERED',
      from: ['OPEN', 'OVERDUE', 'ESCALATED'],
      to: 'ANSWERED',
      requirement: 'CLM-006',
    },
    {
      kind: 'timer',
      on: 'ANSWER_DUE',
      from: ['OPEN'],
      to: 'OVERDUE',
      due: 'answerDueAt',
      requirement: 'CLM-006',
    },
    {
      kind: 'command',
      on: 'escalate-complaint',
      from: ['OVERDUE'],
      to: 'ESCALATED',
      requirement: 'CLM-006',
    },
  ],
});
