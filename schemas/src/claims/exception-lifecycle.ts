import { defineLifecycle } from '../define/index.ts';

/** Silence is an answer: past the due time the courier does what was agreed for it. */
export const exceptionLifecycle = defineLifecycle({
  entity: 'exception',
  title: { en: 'Exception', zh: '异常' },
  refusals: 'DSC-028',
  states: {
    RAISED: { en: 'Raised', zh: '已上报', terminal: false },
    INSTRUCTED: { en: 'Instructed', zh: '已指示', terminal: false },
    DEFAULTED: { en: 'Handled by default', zh: '按默认处理', terminal: false },
    RESOLVED: { en: 'Resolved', zh: '已解决', terminal: true },
  },
  transitions: [
    {
      kind: 'observation',
      on: 'EXCEPTION_FOUND',
      from: [],
      to: 'RAISED',
      requirement: 'CLM-001',
    },
    { kind: 'command', on: 'instruct-exception', from: ['RAISED'], to: 'INSTRUCTED' },
    {
      kind: 'timer',
      on: 'INSTRUCTION_DUE',
      from: ['RAISED'],
      to: 'DEFAULTED',
      due: 'instructionDueAt',
    },
    {
      kind: 'observation',
      on: 'EXCEPTION_RESOLVED',
      from: ['INSTRUCTED', 'DEFAULTED'],
      to: 'RESOLVED',
    },
  ],
});
