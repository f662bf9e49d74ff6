import { defineLifecycle } from '../define/index.ts';

/** A draft never crosses the wire: the table begins with the proposal. */
export const agreementLifecycle = defineLifecycle({
  entity: 'agreement',
  title: { en: 'Agreement', zh: '协议' },
  refusals: 'DSC-028',
  states: {
    PROPOSED: { en: 'Proposed', zh: '已提议', terminal: false },
    COUNTERED: { en: 'Countered', zh: '已还议', terminal: false },
    SIGNED: { en: 'Signed', zh: '已签署', terminal: false },
    EFFECTIVE: { en: 'Effective', zh: '生效', terminal: false },
    SUSPENDED: { en: 'Suspended', zh: '已中止', terminal: false },
    EXPIRED: { en: 'Expired', zh: '已到期', terminal: true },
    TERMINATED: { en: 'Terminated', zh: '已终止', terminal: true },
    DECLINED: { en: 'Declined', zh: '已拒绝', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'propose-agreement', from: [], to: 'PROPOSED' },
    {
      kind: 'command',
      on: 'counter-agreement',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'COUNTERED',
      guard: {
        name: 'OTHER_PARTY_SPOKE',
        text: {
          en: 'The caller is not the party that spoke last. All signatures are dropped.',
          zh: '调用方不是最后发言的一方。已有签名全部失效。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'AGR-006',
    },
    {
      kind: 'command',
      on: 'sign-agreement',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'SIGNED',
      guard: {
        name: 'ALL_SIGNED',
        text: {
          en: 'With this signature all parties have signed this revision.',
          zh: '连同本签名，各方均已签署本版本。',
        },
      },
      requirement: 'AGR-004',
    },
    {
      kind: 'command',
      on: 'sign-agreement',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'SAME',
      requirement: 'AGR-004',
    },
    {
      kind: 'command',
      on: 'terminate-agreement',
      from: ['PROPOSED', 'COUNTERED'],
      to: 'DECLINED',
    },
    { kind: 'timer', on: 'EFFECTIVE_FROM', from: ['SIGNED'], to: 'EFFECTIVE' },
    { kind: 'command', on: 'terminate-agreement', from: ['SIGNED'], to: 'TERMINATED' },
    {
      kind: 'command',
      on: 'suspend-agreement',
      from: ['EFFECTIVE'],
      to: 'SUSPENDED',
      requirement: 'AGR-003',
    },
    {
      kind: 'command',
      on: 'resume-agreement',
      from: ['SUSPENDED'],
      to: 'EFFECTIVE',
      guard: {
        name: 'SUSPENDED_BY_CALLER',
        text: { en: 'The caller is the party that suspended.', zh: '调用方即中止的一方。' },
        problem: 'STATE_ILLEGAL',
      },
    },
    { kind: 'timer', on: 'EFFECTIVE_TO', from: ['EFFECTIVE', 'SUSPENDED'], to: 'EXPIRED' },
    {
      kind: 'command',
      on: 'terminate-agreement',
      from: ['EFFECTIVE', 'SUSPENDED'],
      to: 'SAME',
      guard: {
        name: 'TERMINATION_NOTICED',
        text: {
          en: 'A notice of class TERMINATION of either party is ISSUED or ACTIVE and was sent to the other; asked of platform and courier.',
          zh: '任一方的 TERMINATION 通知处于 ISSUED 或 ACTIVE 且已送达对方；适用于平台与快递企业之间。',
        },
        problem: 'RULE_VIOLATION',
      },
      requirement: 'AGR-011',
    },
    {
      kind: 'timer',
      on: 'TERMINATION_DUE',
      from: ['EFFECTIVE', 'SUSPENDED'],
      to: 'TERMINATED',
      guard: {
        name: 'DRAINED',
        text: {
          en: 'effectiveOn of the termination is reached and no parcel is in flight.',
          zh: '已到终止的 effectiveOn 且无在途包裹。',
        },
      },
      requirement: 'AGR-011',
    },
  ],
});
