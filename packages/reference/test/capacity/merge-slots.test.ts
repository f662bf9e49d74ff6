import { mergeSlots, slotInstant, slotKey } from '@openwaybill/reference/capacity';
import type { CapacitySlot } from '@openwaybill/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const slot = (dayOn: string, quantity: number, unit: CapacitySlot['unit'] = 'PARCEL') => ({
  dayOn,
  from: '08:00',
  to: '12:00',
  quantity,
  unit,
});
const stored = [slot('2026-11-25', 10), slot('2026-11-26', 20)];

describe('slots after an update', () => {
  test.each([
    [
      'a partial one changes the slot that it names',
      {
        updateMode: 'PARTIAL' as const,
        slots: [slot('2026-11-26', 5)],
        want: [slot('2026-11-25', 10), slot('2026-11-26', 5)],
      },
    ],
    [
      'a partial one adds what was not there',
      {
        updateMode: 'PARTIAL' as const,
        slots: [slot('2026-11-25', 3, 'KILOGRAM')],
        want: [...stored, slot('2026-11-25', 3, 'KILOGRAM')],
      },
    ],
    [
      'a full one leaves nothing of before',
      {
        updateMode: 'FULL' as const,
        slots: [slot('2026-11-27', 1)],
        want: [slot('2026-11-27', 1)],
      },
    ],
  ])('%s', (_title, { updateMode, slots, want }) =>
    expect(mergeSlots(stored, { updateMode, slots })).toEqual(want),
  );

  const slots = fc.uniqueArray(
    fc.record({
      dayOn: fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-27'),
      from: fc.constantFrom('08:00', '12:00'),
      to: fc.constant('18:00'),
      quantity: fc.nat(99),
      unit: fc.constantFrom('PARCEL' as const, 'KILOGRAM' as const),
    }),
    { selector: slotKey },
  );

  test('the same partial update again changes nothing', () => {
    fc.assert(
      fc.property(slots, slots, (before, given) => {
        const update = { updateMode: 'PARTIAL' as const, slots: given };
        const once = mergeSlots(before, update);
        expect(mergeSlots(once, update)).toEqual(once);
      }),
    );
  });

  test('a partial update leaves what it does not name', () => {
    fc.assert(
      fc.property(slots, slots, (before, given) => {
        const named = new Set(given.map(slotKey));
        const kept = (list: readonly CapacitySlot[]) =>
          list.filter((one) => !named.has(slotKey(one)));
        const after = mergeSlots(before, { updateMode: 'PARTIAL', slots: given });
        expect(kept(after)).toEqual(kept(before));
      }),
    );
  });
});

describe('when a slot is', () => {
  test.each([
    ['in the morning', ['2026-11-25', '08:00'], '2026-11-25T08:00:00+08:00'],
    [
      'the end of a day is the begin of the next',
      ['2026-12-31', '24:00'],
      '2027-01-01T00:00:00+08:00',
    ],
  ] as const)('%s', (_title, [dayOn, time], want) => expect(slotInstant(dayOn, time)).toBe(want));
});
