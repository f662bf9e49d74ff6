import { defineLifecycle } from '../define/index.ts';

/** A reservation becomes a deposit when the door closes, and keeps its id. */
export const lockerDepositLifecycle = defineLifecycle({
  entity: 'locker-deposit',
  title: { en: 'Locker deposit', zh: '快件箱投放' },
  refusals: 'DSC-028',
  states: {
    RESERVED: { en: 'Reserved', zh: '已预留', terminal: false },
    CANCELLED: { en: 'Cancelled', zh: '已取消', terminal: true },
    DEPOSITED: { en: 'Deposited', zh: '已投放', terminal: false },
    NOTIFIED: { en: 'Consignee notified', zh: '已通知', terminal: false },
    OVERDUE: { en: 'Overdue', zh: '已超期', terminal: false },
    COLLECTED: { en: 'Collected', zh: '已取件', terminal: true },
    REMOVED: { en: 'Removed', zh: '已取出', terminal: true },
    FAULT: { en: 'Fault', zh: '故障', terminal: false },
  },
  transitions: [
    {
      kind: 'command',
      on: 'reserve-cell',
      from: [],
      to: 'RESERVED',
      guard: {
        name: 'CELL_FREE',
        text: {
          en: 'The locker is open and has a free cell of the size and temperature.',
          zh: '快件箱营业且有符合尺寸与温区的空闲格口。',
        },
        problem: 'CELL_TAKEN',
      },
      requirement: 'LCK-003',
    },
    { kind: 'command', on: 'cancel-reservation', from: ['RESERVED'], to: 'CANCELLED' },
    {
      kind: 'timer',
      on: 'RESERVATION_EXPIRED',
      from: ['RESERVED'],
      to: 'CANCELLED',
      due: 'untilAt',
    },
    {
      kind: 'observation',
      on: 'DOOR_CLOSED',
      from: ['RESERVED'],
      to: 'DEPOSITED',
      guard: {
        name: 'PARCEL_FIT',
        text: {
          en: 'The parcel is not damaged, weighs what was declared, and is neither fresh nor valuable unless agreed.',
          zh: '快件无破损，重量与申报相符，未经约定非生鲜、贵重物品。',
        },
      },
      requirement: 'LCK-006',
    },
    {
      kind: 'decision',
      on: 'CODE_SENT',
      from: ['DEPOSITED'],
      to: 'NOTIFIED',
      guard: {
        name: 'NOTICE_COMPLETE',
        text: {
          en: 'The notice names the locker, its address and the storage period.',
          zh: '通知载明快件箱名称、地址与保管期限。',
        },
      },
      requirement: 'LCK-006',
    },
    {
      kind: 'command',
      on: 'remind-deposit',
      from: ['NOTIFIED', 'OVERDUE'],
      to: 'SAME',
      guard: {
        name: 'ONCE_A_DAY',
        text: {
          en: 'No reminder was sent in the last 24 hours.',
          zh: '此前 24 小时内未发送过提醒。',
        },
        problem: 'RATE_LIMITED',
      },
    },
    {
      kind: 'timer',
      on: 'FREE_STORAGE_ENDED',
      from: ['NOTIFIED'],
      to: 'OVERDUE',
      due: 'freeUntilAt',
      requirement: 'LCK-002',
    },
    {
      kind: 'command',
      on: 'extend-deposit',
      from: ['NOTIFIED', 'OVERDUE'],
      to: 'NOTIFIED',
      guard: {
        name: 'LATER_AND_PAID',
        text: {
          en: 'The new end is later than the present one and than now; after the free period a payment is named.',
          zh: '新的期限晚于当前期限与当前时刻；免费期后须给出支付凭据。',
        },
        problem: 'RULE_VIOLATION',
      },
      requirement: 'LCK-002',
    },
    {
      kind: 'observation',
      on: 'CODE_ACCEPTED',
      from: ['NOTIFIED', 'OVERDUE'],
      to: 'COLLECTED',
      guard: {
        name: 'NOT_LOCKED',
        text: {
          en: 'Not within ten minutes of the fifth wrong code in a row.',
          zh: '不在连续第五次输错后的十分钟内。',
        },
      },
      requirement: 'LCK-007',
    },
    {
      kind: 'observation',
      on: 'CODE_WRONG',
      from: ['NOTIFIED', 'OVERDUE'],
      to: 'SAME',
      guard: {
        name: 'NOT_LOCKED',
        text: {
          en: 'A code is tried: not within ten minutes of the fifth wrong one in a row.',
          zh: '受理输入：不在连续第五次输错后的十分钟内。',
        },
      },
      requirement: 'LCK-007',
    },
    {
      kind: 'command',
      on: 'remove-deposit',
      from: ['DEPOSITED', 'NOTIFIED', 'OVERDUE'],
      to: 'REMOVED',
      guard: {
        name: 'ACTOR_ASSIGNED',
        text: {
          en: 'The actor is assigned to the parcel.',
          zh: '操作者已被分派该快件。',
        },
        problem: 'ASSIGNMENT_REQUIRED',
      },
      requirement: 'LCK-006',
    },
    {
      kind: 'observation',
      on: 'FAULT_FOUND',
      from: ['DEPOSITED', 'NOTIFIED', 'OVERDUE'],
      to: 'FAULT',
      guard: {
        name: 'TWO_PERSONS_LOGGED',
        text: {
          en: 'A fault, or an opening by the operator that two persons logged.',
          zh: '发生故障，或运营方开箱且有两人留痕。',
        },
      },
      requirement: 'LCK-006',
    },
    {
      kind: 'observation',
      on: 'PARCEL_STILL_INSIDE',
      from: ['FAULT'],
      to: 'DEPOSITED',
      requirement: 'LCK-006',
    },
    {
      kind: 'observation',
      on: 'PARCEL_TAKEN_OUT',
      from: ['FAULT'],
      to: 'REMOVED',
      requirement: 'LCK-006',
    },
  ],
});
