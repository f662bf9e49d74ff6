import { defineLifecycle } from '../define/index.ts';

/** Steps of the warehouse may skip forward and never go back. */
export const outboundOrderLifecycle = defineLifecycle({
  entity: 'outbound-order',
  title: { en: 'Outbound order', zh: '出库单' },
  refusals: 'DSC-028',
  states: {
    ACCEPTED: { en: 'Accepted', zh: '已接单', terminal: false },
    PRINTED: { en: 'Printed', zh: '已打印', terminal: false },
    PICKED: { en: 'Picked', zh: '已拣货', terminal: false },
    CHECKED: { en: 'Checked', zh: '已复核', terminal: false },
    PACKED: { en: 'Packed', zh: '已打包', terminal: false },
    CONSIGNED: { en: 'Consigned', zh: '已发货', terminal: true },
    CANCELLED: { en: 'Cancelled', zh: '已取消', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'create-outbound',
      from: [],
      to: 'ACCEPTED',
      guard: {
        name: 'STOCK_AVAILABLE',
        text: {
          en: 'Of every item as many are available as the packages hold; they are reserved with it.',
          zh: '各商品可用量不少于包裹所含数量；受理即预占。',
        },
        problem: 'OFFER_EXHAUSTED',
      },
      requirement: 'WHS-004',
    },
    { kind: 'observation', on: 'PRINTED', from: ['ACCEPTED'], to: 'PRINTED' },
    { kind: 'observation', on: 'PICKED', from: ['ACCEPTED', 'PRINTED'], to: 'PICKED' },
    { kind: 'observation', on: 'CHECKED', from: ['ACCEPTED', 'PRINTED', 'PICKED'], to: 'CHECKED' },
    {
      kind: 'observation',
      on: 'PACKED',
      from: ['ACCEPTED', 'PRINTED', 'PICKED', 'CHECKED'],
      to: 'PACKED',
    },
    {
      kind: 'observation',
      on: 'CONSIGNED',
      from: ['ACCEPTED', 'PRINTED', 'PICKED', 'CHECKED', 'PACKED'],
      to: 'CONSIGNED',
    },
    {
      kind: 'command',
      on: 'cancel-outbound',
      from: ['ACCEPTED', 'PRINTED', 'PICKED', 'CHECKED', 'PACKED'],
      to: 'CANCELLED',
    },
  ],
});
