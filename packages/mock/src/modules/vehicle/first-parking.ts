import type { ParkingOffer } from '@openwaybill/schemas';

/** The parking of a city that nobody gave another. */
export const firstParking = (now: string): readonly ParkingOffer[] => [
  {
    offerId: '0193a5c0-7d4e-7a11-8c00-000000000401',
    region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    geo: { longitudeMicrodegrees: 121_643_900, latitudeMicrodegrees: 38_920_600, crs: 'GCJ02' },
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '22:00', to: '24:00' })),
    hasLoading: true,
    hasCharging: false,
    slotCount: 12,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  },
  {
    offerId: '0193a5c0-7d4e-7a11-8c00-000000000402',
    region: { countryCode: 'CN', regionCode: '210281', regionCodeVersion: 'NBS-2023' },
    geo: { longitudeMicrodegrees: 121_979_600, latitudeMicrodegrees: 39_627_100, crs: 'GCJ02' },
    windows: [{ weekday: 7, from: '06:00', to: '20:00' }],
    hasLoading: false,
    hasCharging: true,
    slotCount: 4,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  },
];
