import { defineLifecycle } from '../define/index.ts';

const wholeOrder = {
  name: 'WHOLE_ORDER',
  text: {
    en: 'No package is named, or every live one.',
    zh: '未指定包裹，或指定了全部有效包裹。',
  },
  problem: 'STATE_ILLEGAL',
} as const;

const allDelivered = {
  name: 'ALL_DELIVERED',
  text: {
    en: 'Every parcel is terminal and all are DELIVERED; CANCELLED ones are not counted.',
    zh: '全部包裹终结且均已签收；已销单的不计。',
  },
} as const;

const someDelivered = {
  name: 'SOME_DELIVERED',
  text: {
    en: 'Every parcel is terminal, some are DELIVERED and some are not; CANCELLED ones are not counted.',
    zh: '全部包裹终结，部分已签收、部分未签收；已销单的不计。',
  },
} as const;

const noneDelivered = {
  name: 'NONE_DELIVERED',
  text: { en: 'Every parcel is terminal and none is DELIVERED.', zh: '全部包裹终结且无一签收。' },
} as const;

/**
 * Rows with one cause are tried in their order. The rows of PARCEL_CORRECTED are the only way out of the three states
 * that follow from parcels.
 */
export const orderLifecycle = defineLifecycle({
  entity: 'order',
  title: { en: 'Order', zh: '订单' },
  refusals: 'ORD-008',
  states: {
    SUBMITTED: { en: 'Submitted', zh: '已提交', terminal: false },
    ACCEPTED: { en: 'Accepted', zh: '已接单', terminal: false },
    REJECTED: { en: 'Rejected', zh: '已拒单', terminal: true },
    ALLOCATED: { en: 'Waybills bound', zh: '已取号', terminal: false },
    PICKUP_SCHEDULED: { en: 'Pickup scheduled', zh: '已预约揽收', terminal: false },
    IN_FULFILMENT: { en: 'In fulfilment', zh: '履约中', terminal: false },
    CANCEL_REQUESTED: { en: 'Cancellation requested', zh: '取消申请中', terminal: false },
    CANCELLED: { en: 'Cancelled', zh: '已取消', terminal: true },
    COMPLETED: { en: 'Completed', zh: '已完成', terminal: true },
    PARTIALLY_COMPLETED: { en: 'Partly completed', zh: '部分完成', terminal: true },
    RETURNED: { en: 'Returned', zh: '已退回', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'submit-order', from: [], to: 'SUBMITTED', requirement: 'ORD-007' },
    {
      kind: 'decision',
      on: 'COURIER_ACCEPTS',
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      requirement: 'ORD-005',
    },
    {
      kind: 'decision',
      on: 'COURIER_REJECTS',
      from: ['SUBMITTED'],
      to: 'REJECTED',
      guard: {
        name: 'REJECT_REASON_GIVEN',
        text: { en: 'A rejectReason is given.', zh: '已给出拒单原因。' },
      },
      requirement: 'ORD-005',
    },
    {
      kind: 'command',
      on: 'update-order',
      from: ['SUBMITTED', 'ACCEPTED', 'ALLOCATED', 'PICKUP_SCHEDULED'],
      to: 'SAME',
      guard: {
        name: 'CONSIGNEE_BEFORE_PICKUP',
        text: {
          en: 'The consignee changes only before the first parcel is picked up.',
          zh: '收件人仅可在首个包裹揽收前变更。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'ORD-006',
    },
    {
      kind: 'command',
      on: 'cancel-order',
      from: ['ACCEPTED', 'ALLOCATED', 'PICKUP_SCHEDULED'],
      to: 'SAME',
      guard: {
        name: 'LIVE_PACKAGE_STAYS',
        text: {
          en: 'Some packages are named and a live one stays; else it is the whole order.',
          zh: '仅取消部分包裹且仍有有效包裹；否则视为整单取消。',
        },
      },
      outcome: 'CANCELLED',
      requirement: 'ORD-009',
    },
    {
      kind: 'command',
      on: 'cancel-order',
      from: ['SUBMITTED', 'ACCEPTED'],
      to: 'CANCELLED',
      guard: wholeOrder,
      outcome: 'CANCELLED',
      requirement: 'ORD-009',
    },
    {
      kind: 'command',
      on: 'cancel-order',
      from: ['ALLOCATED', 'PICKUP_SCHEDULED'],
      to: 'CANCEL_REQUESTED',
      guard: wholeOrder,
      requirement: 'ORD-009',
    },
    {
      kind: 'decision',
      on: 'EVERY_LIVE_PACKAGE_BOUND',
      from: ['ACCEPTED'],
      to: 'ALLOCATED',
      requirement: 'ORD-007',
    },
    {
      kind: 'observation',
      on: 'PICKUP_ASSIGNED',
      from: ['ACCEPTED', 'ALLOCATED'],
      to: 'PICKUP_SCHEDULED',
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PICKUP_FAILED',
      from: ['PICKUP_SCHEDULED'],
      to: 'ACCEPTED',
      guard: {
        name: 'PACKAGE_WITHOUT_WAYBILL',
        text: { en: 'A live package has no waybill.', zh: '存在未取号的有效包裹。' },
      },
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PICKUP_FAILED',
      from: ['PICKUP_SCHEDULED'],
      to: 'ALLOCATED',
      requirement: 'ORD-015',
    },
    {
      kind: 'decision',
      on: 'ALL_WAYBILLS_VOIDED',
      from: ['CANCEL_REQUESTED'],
      to: 'CANCELLED',
      outcome: 'CANCELLED',
      requirement: 'ORD-007',
    },
    {
      kind: 'observation',
      on: 'FIRST_PHYSICAL_SCAN',
      from: ['CANCEL_REQUESTED'],
      to: 'IN_FULFILMENT',
      outcome: 'TOO_LATE',
      requirement: 'ORD-009',
    },
    {
      kind: 'observation',
      on: 'FIRST_PHYSICAL_SCAN',
      from: ['ACCEPTED', 'ALLOCATED', 'PICKUP_SCHEDULED'],
      to: 'IN_FULFILMENT',
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCELS_TERMINAL',
      from: ['IN_FULFILMENT'],
      to: 'COMPLETED',
      guard: allDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCELS_TERMINAL',
      from: ['IN_FULFILMENT'],
      to: 'PARTIALLY_COMPLETED',
      guard: someDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCELS_TERMINAL',
      from: ['IN_FULFILMENT'],
      to: 'RETURNED',
      guard: noneDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCEL_CORRECTED',
      from: ['COMPLETED', 'PARTIALLY_COMPLETED', 'RETURNED'],
      to: 'COMPLETED',
      guard: allDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCEL_CORRECTED',
      from: ['COMPLETED', 'PARTIALLY_COMPLETED', 'RETURNED'],
      to: 'PARTIALLY_COMPLETED',
      guard: someDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCEL_CORRECTED',
      from: ['COMPLETED', 'PARTIALLY_COMPLETED', 'RETURNED'],
      to: 'RETURNED',
      guard: noneDelivered,
      requirement: 'ORD-015',
    },
    {
      kind: 'observation',
      on: 'PARCEL_CORRECTED',
      from: ['COMPLETED', 'PARTIALLY_COMPLETED', 'RETURNED'],
      to: 'IN_FULFILMENT',
      guard: {
        name: 'PARCEL_OPEN_AGAIN',
        text: { en: 'A parcel is no longer terminal.', zh: '有包裹不再处于终结状态。' },
      },
      requirement: 'ORD-015',
    },
  ],
});
