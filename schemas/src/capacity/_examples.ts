/** An offer, a demand and their match, which the examples of the module share. */
const regionOf = (regionCode: string) =>
  ({ countryCode: 'CN', regionCode, regionCodeVersion: 'NBS-2023' }) as const;

export const shahekou = regionOf('210204');
export const wafangdian = regionOf('210281');

export const stored = {
  revision: 1,
  createdAt: '2026-11-22T09:00:00+08:00',
  updatedAt: '2026-11-22T09:00:00+08:00',
} as const;

export const slot = {
  dayOn: '2026-11-25',
  from: '18:00',
  to: '23:00',
  quantity: 800,
  unit: 'PARCEL',
} as const;

/** What a truck on its way home could take along. */
export const homeRun = {
  resource: 'LINEHAUL' as const,
  lane: { from: wafangdian, to: shahekou },
  slots: [{ ...slot }],
  updateMode: 'FULL' as const,
  price: { currency: 'CNY', minor: 45 },
  constraints: '不接冷链货物',
};

export const wanted = {
  resource: 'LINEHAUL' as const,
  lane: { from: wafangdian, to: shahekou },
  slots: [{ ...slot, quantity: 300 }],
  updateMode: 'FULL' as const,
  price: { currency: 'CNY', minor: 60 },
  deadlineAt: '2026-11-25T12:00:00+08:00',
  product: 'STANDARD' as const,
};

export const OFFER_ID = '019398a0-0000-7000-8000-000000000f01';
export const DEMAND_ID = '019398a0-0000-7000-8000-000000000f02';

export const proposal = {
  matchId: '019398a0-0000-7000-8000-000000000f03',
  offerId: OFFER_ID,
  demandId: DEMAND_ID,
  slotOn: '2026-11-25',
  slotStartsAt: '2026-11-25T18:00:00+08:00',
  slotEndsAt: '2026-11-25T23:00:00+08:00',
  quantity: 300,
  unit: 'PARCEL' as const,
  price: { currency: 'CNY', minor: 45 },
  score: { emptyMetresSaved: 39_375, costMinor: 13_500, serviceRank: 1 },
  expiresAt: '2026-11-24T12:00:00+08:00',
  status: 'PROPOSED' as const,
  ...stored,
};
