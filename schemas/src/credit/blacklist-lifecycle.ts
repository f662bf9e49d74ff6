import { defineLifecycle } from '../define/index.ts';

/** Nobody is listed unheard: an entry takes effect by the passing of the time for an appeal, or by a decided appeal. */
export const blacklistLifecycle = defineLifecycle({
  entity: 'blacklist-entry',
  title: { en: 'Blacklist entry', zh: '黑名单条目' },
  refusals: 'DSC-028',
  states: {
    PROPOSED: { en: 'Proposed', zh: '已提议', terminal: false },
    NOTIFIED: { en: 'Subject informed', zh: '已告知', terminal: false },
    APPEALED: { en: 'Appealed', zh: '已申诉', terminal: false },
    EFFECTIVE: { en: 'Effective', zh: '已生效', terminal: false },
    REVOKED: { en: 'Revoked', zh: '已撤销', terminal: true },
    EXPIRED: { en: 'Expired', zh: '已到期', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'propose-blacklist-entry', from: [], to: 'PROPOSED' },
    { kind: 'decision', on: 'SUBJECT_INFORMED', from: ['PROPOSED'], to: 'NOTIFIED' },
    { kind: 'command', on: 'appeal-blacklist-entry', from: ['NOTIFIED'], to: 'APPEALED' },
    {
      kind: 'timer',
      on: 'APPEAL_PERIOD_OVER',
      from: ['NOTIFIED'],
      to: 'EFFECTIVE',
      due: 'appealUntilAt',
      requirement: 'CRD-002',
    },
    {
      kind: 'decision',
      on: 'APPEAL_DISMISSED',
      from: ['APPEALED'],
      to: 'EFFECTIVE',
      guard: {
        name: 'APPEAL_PERIOD_PASSED',
        text: {
          en: 'appealUntilAt has passed: until then the subject may add to the appeal.',
          zh: '已过 appealUntilAt：此前对象可补充申诉。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'CRD-002',
    },
    { kind: 'decision', on: 'APPEAL_UPHELD', from: ['APPEALED'], to: 'REVOKED' },
    {
      kind: 'timer',
      on: 'TERM_OVER',
      from: ['EFFECTIVE'],
      to: 'EXPIRED',
      due: 'expiresAt',
      requirement: 'CRD-001',
    },
    {
      kind: 'command',
      on: 'revoke-blacklist-entry',
      from: ['PROPOSED', 'NOTIFIED', 'EFFECTIVE'],
      to: 'REVOKED',
    },
  ],
});
