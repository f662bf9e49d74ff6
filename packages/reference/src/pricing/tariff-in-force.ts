import type { Tariff } from '@openwaybill/schemas';

/** The tariff of a day: of those in force the one that took effect last. */
export const tariffInForce = (tariffs: readonly Tariff[], onDay: string): Tariff | undefined =>
  tariffs
    .filter(
      ({ effectiveFromOn, effectiveToOn }) =>
        effectiveFromOn <= onDay && (effectiveToOn === undefined || onDay <= effectiveToOn),
    )
    .toSorted((a, b) => (a.effectiveFromOn < b.effectiveFromOn ? 1 : -1))[0];
