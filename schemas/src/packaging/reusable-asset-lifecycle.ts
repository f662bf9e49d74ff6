import { defineLifecycle } from '../define/index.ts';

/** A fold of observations: order of arrival does not matter, and an illegal one is kept with `anomaly: true`. */
export const reusableAssetLifecycle = defineLifecycle({
  entity: 'reusable-asset',
  title: { en: 'Reusable asset', zh: '循环件' },
  refusals: 'DSC-028',
  states: {
    IDLE: { en: 'Idle', zh: '闲置', terminal: false },
    ISSUED: { en: 'Issued', zh: '已领用', terminal: false },
    BOUND: { en: 'Bound to a waybill', zh: '已绑定', terminal: false },
    DELIVERED: { en: 'Delivered', zh: '已送达', terminal: false },
    RETURN_DUE: { en: 'Return due', zh: '待归还', terminal: false },
    COLLECTED: { en: 'Collected', zh: '已回收', terminal: false },
    CLEANED: { en: 'Cleaned', zh: '已清洁', terminal: false },
    LOST: { en: 'Lost', zh: '遗失', terminal: false },
    RETIRED: { en: 'Retired', zh: '报废', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'put-reusable-asset', from: [], to: 'IDLE' },
    {
      kind: 'command',
      on: 'put-reusable-asset',
      from: ['IDLE', 'ISSUED', 'BOUND', 'DELIVERED', 'RETURN_DUE', 'COLLECTED', 'CLEANED', 'LOST'],
      to: 'SAME',
    },
    { kind: 'observation', on: 'ISSUED', from: ['IDLE'], to: 'ISSUED' },
    {
      kind: 'observation',
      on: 'BOUND',
      from: ['ISSUED'],
      to: 'BOUND',
      requirement: 'PKG-002',
    },
    { kind: 'observation', on: 'DELIVERED', from: ['BOUND'], to: 'DELIVERED' },
    { kind: 'observation', on: 'RETURN_DUE', from: ['DELIVERED'], to: 'RETURN_DUE' },
    {
      kind: 'observation',
      on: 'COLLECTED',
      from: ['DELIVERED', 'RETURN_DUE', 'LOST'],
      to: 'COLLECTED',
    },
    { kind: 'observation', on: 'CLEANED', from: ['COLLECTED'], to: 'CLEANED' },
    {
      kind: 'observation',
      on: 'REISSUED',
      from: ['CLEANED'],
      to: 'ISSUED',
      requirement: 'PKG-001',
    },
    {
      kind: 'observation',
      on: 'LOST',
      from: ['IDLE', 'ISSUED', 'BOUND', 'DELIVERED', 'RETURN_DUE', 'COLLECTED', 'CLEANED', 'LOST'],
      to: 'LOST',
    },
    {
      kind: 'observation',
      on: 'RETIRED',
      from: ['IDLE', 'ISSUED', 'BOUND', 'DELIVERED', 'RETURN_DUE', 'COLLECTED', 'CLEANED', 'LOST'],
      to: 'RETIRED',
    },
  ],
});
