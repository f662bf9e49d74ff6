import { defineLifecycle } from '../define/index.ts';

export const waybillLifecycle = defineLifecycle({
  entity: 'waybill',
  title: { en: 'Waybill', zh: '运单' },
  refusals: 'DSC-028',
  states: {
    BOUND: { en: 'Bound to a package', zh: '已绑定', terminal: false },
    ACTIVE: { en: 'In use', zh: '使用中', terminal: false },
    VOIDED: { en: 'Voided', zh: '已作废', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'cancel-waybill',
      from: ['BOUND'],
      to: 'VOIDED',
      requirement: 'WBL-010',
    },
    {
      kind: 'command',
      on: 'cancel-waybill',
      from: ['ACTIVE'],
      to: 'ACTIVE',
      outcome: 'TOO_LATE',
      requirement: 'WBL-010',
    },
  ],
});
