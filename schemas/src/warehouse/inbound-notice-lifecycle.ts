import { defineLifecycle } from '../define/index.ts';

/** One notice, one receipt: what comes later is noticed again. */
export const inboundNoticeLifecycle = defineLifecycle({
  entity: 'inbound-notice',
  title: { en: 'Inbound notice', zh: '入库预报' },
  refusals: 'DSC-028',
  states: {
    NOTIFIED: { en: 'Notified', zh: '已预报', terminal: false },
    RECEIVED: { en: 'Received', zh: '已收货', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'notify-inbound', from: [], to: 'NOTIFIED' },
    {
      kind: 'observation',
      on: 'GOODS_RECEIVED',
      from: ['NOTIFIED'],
      to: 'RECEIVED',
      requirement: 'WHS-006',
    },
  ],
});
