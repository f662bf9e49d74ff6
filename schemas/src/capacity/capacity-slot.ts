import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, Whole, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { TimeOfDay } from '../vocabulary/time-of-day.ts';
import { slot } from './_examples.ts';
import { CapacityUnit } from './capacity-codes.ts';

/** Day, times and unit name a slot within its offer; the quantity is what changes. */
export const CapacitySlot = Closed(
  'CapacitySlot',
  { en: 'Slot of capacity', zh: '运力时段' },
  { en: 'How much there is on a day, from one time to a later one.', zh: '某日某时段的数量。' },
  {
    dayOn: Ref(CivilDate),
    from: Ref(TimeOfDay, {
      'x-codegen-name': 'fromTime',
      ...words({ en: 'From', zh: '起' }, { en: 'Begin, included.', zh: '开始，含该时分。' }),
    }),
    to: Ref(
      TimeOfDay,
      words({ en: 'To', zh: '止' }, { en: 'End, not included.', zh: '结束，不含该时分。' }),
    ),
    quantity: Whole(
      0,
      1_000_000_000,
      { en: 'Quantity', zh: '数量' },
      { en: 'How many units; 0 withdraws the slot.', zh: '单位数量；0 即撤回该时段。' },
    ),
    unit: Ref(CapacityUnit),
  },
);
export type CapacitySlot = Static<typeof CapacitySlot>;

export const capacitySlotMessage = defineMessage({
  schema: CapacitySlot,
  requirements: [],
  examples: {
    valid: { 'an evening': slot, 'nothing left': { ...slot, quantity: 0 } },
    invalid: {
      'an end before the begin': {
        value: { ...slot, to: '06:00' },
        breaks: { pointer: '/to', rule: 'time-order' },
      },
      'half a parcel': {
        value: { ...slot, quantity: 0.5 },
        breaks: { pointer: '/quantity', rule: 'type' },
      },
      'a unit of no list': {
        value: { ...slot, unit: 'PALLET' },
        breaks: { pointer: '/unit', rule: 'enum' },
      },
    },
  },
});
