import { defineLifecycle } from '../define/index.ts';

/** Money is collected once and remitted once; what does not agree waits until it is settled. */
export const codLifecycle = defineLifecycle({
  entity: 'cod',
  title: { en: 'Cash on delivery', zh: '代收货款' },
  refusals: 'DSC-028',
  states: {
    INSTRUCTED: { en: 'Instructed', zh: '已委托', terminal: false },
    COLLECTED: { en: 'Collected', zh: '已收款', terminal: false },
    REFUSED: { en: 'Refused', zh: '拒付', terminal: true },
    REMITTED: { en: 'Remitted', zh: '已汇付', terminal: false },
    RECONCILED: { en: 'Reconciled', zh: '已对账', terminal: true },
    DISCREPANT: { en: 'Discrepant', zh: '有差异', terminal: false },
  },
  transitions: [
    {
      kind: 'command',
      on: 'instruct-cod',
      from: [],
      to: 'INSTRUCTED',
      guard: {
        name: 'BEFORE_DELIVERY',
        text: {
          en: 'The parcel is not out for delivery yet.',
          zh: '快件尚未派送。',
        },
        problem: 'STATE_ILLEGAL',
      },
    },
    {
      kind: 'observation',
      on: 'COD_COLLECTED',
      from: ['INSTRUCTED'],
      to: 'COLLECTED',
      requirement: 'STL-006',
    },
    { kind: 'observation', on: 'COD_REFUSED', from: ['INSTRUCTED'], to: 'REFUSED' },
    {
      kind: 'decision',
      on: 'AMOUNTS_DIFFER',
      from: ['COLLECTED', 'REMITTED'],
      to: 'DISCREPANT',
      guard: {
        name: 'NOT_EQUAL',
        text: {
          en: 'Another amount was collected than instructed, or another remitted than collected.',
          zh: '收款额与委托额不符，或汇付额与收款额不符。',
        },
      },
    },
    {
      kind: 'decision',
      on: 'REMITTED',
      from: ['COLLECTED'],
      to: 'REMITTED',
      guard: {
        name: 'AT_MOST_COLLECTED',
        text: {
          en: 'Not remitted before, and not more than was collected.',
          zh: '此前未汇付，且不超过收款额。',
        },
      },
      requirement: 'STL-002',
    },
    {
      kind: 'decision',
      on: 'SETTLED',
      from: ['DISCREPANT'],
      to: 'REMITTED',
      requirement: 'STL-002',
    },
    { kind: 'command', on: 'reconcile-cod', from: ['REMITTED'], to: 'RECONCILED' },
  ],
});
