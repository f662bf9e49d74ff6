import { PURPOSE_LIMITS } from '@openwaybill/schemas';

/** Reveals that deliver parcels are counted by parcel, all others by hour. */
export const BY_PARCEL: readonly string[] = ['FULFIL_LABEL', 'FULFIL_DELIVER'];

/** What the capability document of a platform says about reveals, and what the gate counts by. */
export const revealQuota = {
  purposes: [...new Set(PURPOSE_LIMITS.map(({ purpose }) => purpose))],
  limits: {
    actorHourlyCount: 60,
    lastMileHourlyCount: 200,
    organisationHourlyCount: 100,
    organisationPercent: 5,
    parcelGrantCount: 3,
  },
};
