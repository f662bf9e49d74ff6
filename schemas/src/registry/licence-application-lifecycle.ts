import { defineLifecycle } from '../define/index.ts';

/** An application that lacks something comes back, and goes on once it is supplemented. */
export const licenceApplicationLifecycle = defineLifecycle({
  entity: 'licence-application',
  title: { en: 'Licence application', zh: '许可申请' },
  refusals: 'DSC-028',
  states: {
    SUBMITTED: { en: 'Submitted', zh: '已提交', terminal: false },
    RETURNED: { en: 'Returned for supplement', zh: '补正', terminal: false },
    ACCEPTED: { en: 'Accepted', zh: '已受理', terminal: false },
    GRANTED: { en: 'Granted', zh: '已许可', terminal: true },
    REFUSED: { en: 'Refused', zh: '不予许可', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'apply-for-licence', from: [], to: 'SUBMITTED' },
    { kind: 'decision', on: 'APPLICATION_ACCEPTED', from: ['SUBMITTED'], to: 'ACCEPTED' },
    { kind: 'decision', on: 'APPLICATION_RETURNED', from: ['SUBMITTED'], to: 'RETURNED' },
    {
      kind: 'command',
      on: 'supplement-licence-application',
      from: ['RETURNED'],
      to: 'SUBMITTED',
    },
    { kind: 'decision', on: 'APPLICATION_GRANTED', from: ['ACCEPTED'], to: 'GRANTED' },
    { kind: 'decision', on: 'APPLICATION_REFUSED', from: ['ACCEPTED'], to: 'REFUSED' },
  ],
});
