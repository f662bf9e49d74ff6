import { defineLifecycle } from '../define/index.ts';

/** Every line of a confirmed statement is agreed: while one is disputed nothing can be confirmed. */
export const statementLifecycle = defineLifecycle({
  entity: 'statement',
  title: { en: 'Statement', zh: '账单' },
  refusals: 'DSC-028',
  states: {
    ISSUED: { en: 'Issued', zh: '已出账', terminal: false },
    DISPUTED: { en: 'Disputed', zh: '有争议', terminal: false },
    CONFIRMED: { en: 'Confirmed', zh: '已确认', terminal: true },
  },
  transitions: [
    {
      kind: 'decision',
      on: 'PERIOD_CLOSED',
      from: [],
      to: 'ISSUED',
      requirement: 'STL-001',
    },
    {
      kind: 'command',
      on: 'confirm-statement',
      from: ['ISSUED'],
      to: 'CONFIRMED',
      requirement: 'STL-005',
    },
    { kind: 'command', on: 'open-dispute', from: ['ISSUED'], to: 'DISPUTED' },
    { kind: 'command', on: 'open-dispute', from: ['DISPUTED'], to: 'SAME' },
    {
      kind: 'decision',
      on: 'DISPUTES_RESOLVED',
      from: ['DISPUTED'],
      to: 'ISSUED',
      guard: {
        name: 'NONE_OPEN',
        text: {
          en: 'No dispute of a line is open; amounts that were credited are taken off the total.',
          zh: '各明细均无未决争议；减免金额已自总额扣除。',
        },
      },
      requirement: 'STL-005',
    },
  ],
});
