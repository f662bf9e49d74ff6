import { defineLifecycle } from '../define/index.ts';

/** A party that lost its licence is suspended, and never listed as active. */
export const partyLifecycle = defineLifecycle({
  entity: 'party',
  title: { en: 'Party', zh: '主体' },
  refusals: 'DSC-028',
  states: {
    REGISTERED: { en: 'Registered', zh: '已登记', terminal: false },
    SUSPENDED: { en: 'Suspended', zh: '已暂停', terminal: false },
    REMOVED: { en: 'Removed', zh: '已移除', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'put-party', from: [], to: 'REGISTERED' },
    { kind: 'command', on: 'put-party', from: ['REGISTERED', 'SUSPENDED'], to: 'SAME' },
    {
      kind: 'decision',
      on: 'PARTY_SUSPENDED',
      from: ['REGISTERED'],
      to: 'SUSPENDED',
      requirement: 'REG-003',
    },
    {
      kind: 'decision',
      on: 'PARTY_REINSTATED',
      from: ['SUSPENDED'],
      to: 'REGISTERED',
      guard: {
        name: 'LICENCE_VALID',
        text: {
          en: 'A courier has a licence in state VALID.',
          zh: '快递企业持有有效许可。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'REG-003',
    },
    { kind: 'decision', on: 'PARTY_REMOVED', from: ['REGISTERED', 'SUSPENDED'], to: 'REMOVED' },
  ],
});
