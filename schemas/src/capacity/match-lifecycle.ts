import { defineLifecycle } from '../define/index.ts';

/** Neither side is named before CONFIRMED, and neither sees whether the other has accepted. */
export const matchLifecycle = defineLifecycle({
  entity: 'match',
  title: { en: 'Match', zh: '匹配' },
  refusals: 'DSC-028',
  states: {
    PROPOSED: { en: 'Proposed', zh: '已提议', terminal: false },
    COUNTERED: { en: 'Countered', zh: '已还价', terminal: false },
    CONFIRMED: { en: 'Confirmed', zh: '已确认', terminal: false },
    DECLINED: { en: 'Declined', zh: '已拒绝', terminal: true },
    EXPIRED: { en: 'Expired', zh: '已过期', terminal: true },
    FULFILLED: { en: 'Fulfilled', zh: '已履行', terminal: true },
    BREACHED: { en: 'Breached', zh: '已违约', terminal: true },
  },
  transitions: [
    {
      kind: 'decision',
      on: 'PROPOSE',
      from: [],
      to: 'PROPOSED',
      requirement: 'CAP-005',
    },
    {
      kind: 'command',
      on: 'decide-match',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'DECLINED',
      guard: {
        name: 'DECISION_IS_DECLINE',
        text: { en: 'The decision is DECLINE.', zh: '决定为拒绝。' },
      },
    },
    {
      kind: 'command',
      on: 'decide-match',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'COUNTERED',
      guard: {
        name: 'COUNTER_BY_OTHER_SIDE',
        text: {
          en: 'The decision is COUNTER, and the caller is not the side that spoke last. Acceptances are dropped.',
          zh: '决定为还价，且调用方不是最后发言的一方。已有接受全部失效。',
        },
      },
      requirement: 'CAP-003',
    },
    {
      kind: 'command',
      on: 'decide-match',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'CONFIRMED',
      guard: {
        name: 'BOTH_ACCEPTED',
        text: {
          en: 'The decision is ACCEPT, the other side has accepted this revision, and the slot still has the quantity (else OFFER_EXHAUSTED).',
          zh: '决定为接受，另一方已接受本版本，且时段余量充足（否则为 OFFER_EXHAUSTED）。',
        },
      },
      requirement: 'CAP-003',
    },
    {
      kind: 'command',
      on: 'decide-match',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'SAME',
      guard: {
        name: 'FIRST_ACCEPTANCE',
        text: {
          en: 'The decision is ACCEPT, and the other side has not accepted this revision.',
          zh: '决定为接受，且另一方尚未接受本版本。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'CAP-003',
    },
    {
      kind: 'timer',
      on: 'EXPIRES_AT_PASSED',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'EXPIRED',
      due: 'expiresAt',
    },
    { kind: 'observation', on: 'CAPACITY_USED', from: ['CONFIRMED'], to: 'FULFILLED' },
    {
      kind: 'timer',
      on: 'SLOT_ENDED',
      from: ['CONFIRMED'],
      to: 'BREACHED',
      due: 'slotEndsAt',
    },
  ],
});
