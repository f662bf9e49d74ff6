import { defineLifecycle } from '../define/index.ts';

/** The courier decides; a dispute that is over is not opened again. */
export const disputeLifecycle = defineLifecycle({
  entity: 'dispute',
  title: { en: 'Dispute', zh: '账单争议' },
  refusals: 'DSC-028',
  states: {
    OPEN: { en: 'Open', zh: '处理中', terminal: false },
    UPHELD: { en: 'Upheld', zh: '争议成立', terminal: true },
    REJECTED: { en: 'Rejected', zh: '争议不成立', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'open-dispute',
      from: [],
      to: 'OPEN',
      guard: {
        name: 'STATEMENT_OPEN',
        text: {
          en: 'The statement is ISSUED or DISPUTED.',
          zh: '账单处于已出账或有争议状态。',
        },
        problem: 'STATE_ILLEGAL',
      },
    },
    {
      kind: 'decision',
      on: 'UPHELD',
      from: ['OPEN'],
      to: 'UPHELD',
      guard: {
        name: 'CREDIT_GIVEN',
        text: { en: 'A creditedAmount is given.', zh: '已给出减免金额。' },
      },
    },
    { kind: 'decision', on: 'REJECTED', from: ['OPEN'], to: 'REJECTED' },
  ],
});
