import type { CapacityOfferUpdate, CapacitySlot } from '@openwaybill/schemas';

/** What names a slot within its offer. */
export const slotKey = ({
  dayOn,
  from,
  to,
  unit,
}: Pick<CapacitySlot, 'dayOn' | 'from' | 'to' | 'unit'>): string =>
  [dayOn, from, to, unit].join(' ');

/** The slots after an update: FULL replaces all, PARTIAL those that it names and no others; new ones come last. */
export const mergeSlots = (
  stored: readonly CapacitySlot[],
  { updateMode, slots }: Pick<CapacityOfferUpdate, 'updateMode' | 'slots'>,
): readonly CapacitySlot[] =>
  updateMode === 'FULL'
    ? [...slots]
    : [...new Map([...stored, ...slots].map((slot) => [slotKey(slot), slot] as const)).values()];
