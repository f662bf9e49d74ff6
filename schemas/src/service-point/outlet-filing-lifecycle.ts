import { defineLifecycle } from '../define/index.ts';

/** What was filed stays in force while a change of it is looked at. */
export const outletFilingLifecycle = defineLifecycle({
  entity: 'outlet-filing',
  title: { en: 'Outlet filing', zh: '末端网点备案' },
  refusals: 'DSC-028',
  states: {
    SUBMITTED: { en: 'Submitted', zh: '已提交', terminal: false },
    RETURNED: { en: 'Returned with remarks', zh: '已退回', terminal: false },
    ACCEPTED: { en: 'Accepted', zh: '已受理', terminal: false },
    EFFECTIVE: { en: 'Effective', zh: '已生效', terminal: false },
    CHANGE_SUBMITTED: { en: 'Change submitted', zh: '变更中', terminal: false },
    CANCELLED: { en: 'Cancelled', zh: '已注销', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'submit-outlet-filing',
      from: [],
      to: 'SUBMITTED',
      guard: {
        name: 'NO_LIVE_FILING',
        text: {
          en: 'The point has no other filing that is not cancelled.',
          zh: '该服务点没有其他未注销的备案。',
        },
        problem: 'DUPLICATE',
      },
      requirement: 'SVP-004',
    },
    {
      kind: 'decision',
      on: 'FILING_RETURNED',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      requirement: 'SVP-004',
    },
    { kind: 'command', on: 'amend-outlet-filing', from: ['RETURNED'], to: 'SUBMITTED' },
    {
      kind: 'decision',
      on: 'FILING_ACCEPTED',
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      requirement: 'SVP-004',
    },
    {
      kind: 'decision',
      on: 'FILING_PUBLISHED',
      from: ['ACCEPTED'],
      to: 'EFFECTIVE',
      guard: {
        name: 'FILING_NO_SET',
        text: { en: 'The filing has its number.', zh: '备案已有备案号。' },
      },
      requirement: 'SVP-004',
    },
    { kind: 'command', on: 'amend-outlet-filing', from: ['EFFECTIVE'], to: 'CHANGE_SUBMITTED' },
    {
      kind: 'decision',
      on: 'CHANGE_ACCEPTED',
      from: ['CHANGE_SUBMITTED'],
      to: 'EFFECTIVE',
      requirement: 'SVP-004',
    },
    {
      kind: 'decision',
      on: 'CHANGE_RETURNED',
      from: ['CHANGE_SUBMITTED'],
      to: 'EFFECTIVE',
      requirement: 'SVP-004',
    },
    {
      kind: 'observation',
      on: 'POINT_CLOSED',
      from: ['SUBMITTED', 'RETURNED', 'EFFECTIVE'],
      to: 'CANCELLED',
      requirement: 'SVP-004',
    },
  ],
});
