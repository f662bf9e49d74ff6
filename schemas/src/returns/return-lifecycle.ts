import { defineLifecycle } from '../define/index.ts';

/**
 * One table for both who keep a return: what the parcel does is observed by the courier and told to the platform, what
 * follows the receipt is the platform's. A courier's copy therefore rests at RECEIVED.
 */
export const returnLifecycle = defineLifecycle({
  entity: 'return',
  title: { en: 'Return', zh: '退货' },
  refusals: 'DSC-028',
  states: {
    AUTHORISED: { en: 'Authorised', zh: '已授权', terminal: false },
    PICKUP_SCHEDULED: { en: 'Pickup scheduled', zh: '已预约', terminal: false },
    DROPPED_OFF: { en: 'Dropped off', zh: '已自寄', terminal: false },
    IN_TRANSIT: { en: 'In transit', zh: '在途', terminal: false },
    RECEIVED: { en: 'Received', zh: '已收货', terminal: false },
    INSPECTED: { en: 'Inspected', zh: '已质检', terminal: false },
    REFUNDED: { en: 'Refunded', zh: '已退款', terminal: true },
    REFUSED: { en: 'Refused', zh: '已拒绝', terminal: true },
    CANCELLED: { en: 'Cancelled', zh: '已取消', terminal: true },
  },
  transitions: [
    {
      kind: 'command',
      on: 'authorise-return',
      from: [],
      to: 'AUTHORISED',
      guard: {
        name: 'DELIVERED_ITEMS_LEFT',
        text: {
          en: 'The original is delivered, and with this return no line is asked back more often than it was delivered.',
          zh: '原单已签收，且连同本次退货，各行退货数量不超过交付数量。',
        },
        problem: 'RULE_VIOLATION',
      },
      requirement: 'RTN-003',
    },
    { kind: 'decision', on: 'PICKUP_SCHEDULED', from: ['AUTHORISED'], to: 'PICKUP_SCHEDULED' },
    { kind: 'observation', on: 'DROPPED_OFF', from: ['AUTHORISED'], to: 'DROPPED_OFF' },
    {
      kind: 'observation',
      on: 'RETURN_PICKED_UP',
      from: ['AUTHORISED', 'PICKUP_SCHEDULED', 'DROPPED_OFF'],
      to: 'IN_TRANSIT',
      requirement: 'RTN-004',
    },
    {
      kind: 'observation',
      on: 'RETURN_DELIVERED',
      from: ['AUTHORISED', 'PICKUP_SCHEDULED', 'DROPPED_OFF', 'IN_TRANSIT'],
      to: 'RECEIVED',
    },
    {
      kind: 'command',
      on: 'report-return-inspection',
      from: ['RECEIVED'],
      to: 'INSPECTED',
      requirement: 'RTN-005',
    },
    {
      kind: 'decision',
      on: 'REFUND_BY_AGREED_RULE',
      from: ['IN_TRANSIT', 'RECEIVED'],
      to: 'REFUNDED',
      guard: {
        name: 'REFUND_AGREED',
        text: {
          en: 'The agreement names the step that has been reached as the one that triggers the refund.',
          zh: '协议约定的退款时点已到达。',
        },
      },
      requirement: 'RTN-005',
    },
    {
      kind: 'decision',
      on: 'REFUND_BY_INSPECTION',
      from: ['INSPECTED'],
      to: 'REFUNDED',
      requirement: 'RTN-005',
    },
    { kind: 'decision', on: 'REFUND_REFUSED', from: ['INSPECTED'], to: 'REFUSED' },
    {
      kind: 'command',
      on: 'cancel-return',
      from: ['AUTHORISED', 'PICKUP_SCHEDULED'],
      to: 'CANCELLED',
      requirement: 'RTN-004',
    },
  ],
});
