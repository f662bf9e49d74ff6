import { defineLifecycle } from '../define/index.ts';

/** To grant and to refuse are decisions inside the regulator; only the courier's application and the revocation are asked. */
export const passPermitLifecycle = defineLifecycle({
  entity: 'pass-permit',
  title: { en: 'Pass', zh: '通行许可' },
  refusals: 'DSC-028',
  states: {
    APPLIED: { en: 'Applied for', zh: '已申请', terminal: false },
    GRANTED: { en: 'Granted', zh: '已批准', terminal: false },
    REFUSED: { en: 'Refused', zh: '已驳回', terminal: true },
    EXPIRED: { en: 'Expired', zh: '已过期', terminal: true },
    REVOKED: { en: 'Revoked', zh: '已撤销', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'apply-for-pass',
      from: [],
      to: 'APPLIED',
      guard: {
        name: 'VEHICLES_INSURED',
        text: {
          en: 'Every vehicle is insured on every day of the period.',
          zh: '每辆车在通行期内每日均已投保。',
        },
        problem: 'RULE_VIOLATION',
      },
      requirement: 'VEH-003',
    },
    {
      kind: 'decision',
      on: 'GRANT',
      from: ['APPLIED'],
      to: 'GRANTED',
      guard: {
        name: 'VEHICLES_INSURED_AND_IN_USE',
        text: {
          en: 'Every vehicle is still insured over the whole period, and is in use.',
          zh: '每辆车仍全程投保且处于在用状态。',
        },
      },
    },
    { kind: 'decision', on: 'REFUSE', from: ['APPLIED'], to: 'REFUSED' },
    {
      kind: 'timer',
      on: 'TO_ON_PASSED',
      from: ['GRANTED'],
      to: 'EXPIRED',
      due: 'toOn',
      requirement: 'VEH-005',
    },
    {
      kind: 'command',
      on: 'revoke-pass',
      from: ['GRANTED'],
      to: 'REVOKED',
      requirement: 'VEH-005',
    },
  ],
});
