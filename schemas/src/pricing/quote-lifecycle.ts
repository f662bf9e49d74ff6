import { defineLifecycle } from '../define/index.ts';

/** A quote is used once, by the order that names it. */
export const quoteLifecycle = defineLifecycle({
  entity: 'quote',
  title: { en: 'Quote', zh: '报价' },
  refusals: 'DSC-028',
  states: {
    OPEN: { en: 'Open', zh: '有效', terminal: false },
    USED: { en: 'Used', zh: '已使用', terminal: true },
    EXPIRED: { en: 'Expired', zh: '已过期', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'create-quote',
      from: [],
      to: 'OPEN',
      guard: {
        name: 'LANE_SERVED',
        text: {
          en: 'A tariff covers the destination and the billed weight, and every service asked for is on offer.',
          zh: '资费表覆盖目的地与计费重量，且所询增值服务均可提供。',
        },
        problem: 'UNSERVICEABLE',
      },
    },
    {
      kind: 'decision',
      on: 'ORDER_NAMES_QUOTE',
      from: ['OPEN'],
      to: 'USED',
      guard: {
        name: 'EQUAL_INPUTS',
        text: {
          en: 'The accepted order has the lane, product, weight and services of the quote.',
          zh: '已受理订单的线路、产品、重量与增值服务与报价一致。',
        },
      },
      requirement: 'PRC-004',
    },
    {
      kind: 'timer',
      on: 'VALID_UNTIL_AT_PASSED',
      from: ['OPEN'],
      to: 'EXPIRED',
      due: 'validUntilAt',
    },
  ],
});
