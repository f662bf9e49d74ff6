import { defineLifecycle } from '../define/index.ts';

/** A second intercept while one is open is refused. */
export const interceptLifecycle = defineLifecycle({
  entity: 'intercept',
  title: { en: 'Intercept', zh: '拦截' },
  refusals: 'DSC-028',
  states: {
    REQUESTED: { en: 'Requested', zh: '已申请', terminal: false },
    ACCEPTED: { en: 'Accepted', zh: '已受理', terminal: false },
    SUCCEEDED: { en: 'Succeeded', zh: '成功', terminal: true },
    FAILED: { en: 'Failed', zh: '失败', terminal: true },
    PARTIAL: { en: 'Partly succeeded', zh: '部分成功', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'intercept-waybill',
      from: [],
      to: 'REQUESTED',
      guard: {
        name: 'NO_OPEN_INTERCEPT',
        text: { en: 'The waybill has no open intercept.', zh: '运单无未结的拦截。' },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'WBL-011',
    },
    {
      kind: 'decision',
      on: 'COURIER_ACCEPTS',
      from: ['REQUESTED'],
      to: 'ACCEPTED',
      requirement: 'WBL-011',
    },
    {
      kind: 'decision',
      on: 'COURIER_REFUSES',
      from: ['REQUESTED'],
      to: 'FAILED',
      requirement: 'WBL-011',
    },
    {
      kind: 'observation',
      on: 'INTERCEPT_SUCCEEDED',
      from: ['ACCEPTED'],
      to: 'SUCCEEDED',
      requirement: 'WBL-011',
    },
    {
      kind: 'observation',
      on: 'INTERCEPT_FAILED',
      from: ['ACCEPTED'],
      to: 'FAILED',
      requirement: 'WBL-011',
    },
    {
      kind: 'observation',
      on: 'INTERCEPT_PARTLY_SUCCEEDED',
      from: ['ACCEPTED'],
      to: 'PARTIAL',
      requirement: 'WBL-011',
    },
  ],
});
