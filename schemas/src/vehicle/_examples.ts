/** A vehicle, its insurance and its pass, which the examples of the module share. */
export const TRICYCLE_ID = '019398a0-0000-7000-8000-000000000a01';

const stored = {
  revision: 1,
  createdAt: '2026-11-22T09:00:00+08:00',
  updatedAt: '2026-11-22T09:00:00+08:00',
} as const;

export const tricycle = {
  fleetNo: '210200-ZZ-00001',
  kind: 'E_TRICYCLE',
  isStandardModel: true,
  energy: 'BEV',
  emissionStandard: 'ZERO',
  hasUnifiedMarking: true,
  payloadGrams: 200_000,
  volumeCubicCentimetres: 1_500_000,
  status: 'IN_USE',
} as const;

export const electricTricycle = { vehicleId: TRICYCLE_ID, ...tricycle, ...stored } as const;

export const cover = {
  policyNo: 'PL-2026-000171',
  kind: 'THIRD_PARTY',
  validFromOn: '2026-01-01',
  validToOn: '2026-12-31',
} as const;

const dalian = { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' } as const;

export const passApplication = {
  vehicleIds: [TRICYCLE_ID],
  zones: [dalian],
  windows: [
    { weekday: 1, from: '07:00', to: '09:30' },
    { weekday: 2, from: '07:00', to: '09:30' },
  ],
  fromOn: '2026-12-01',
  toOn: '2026-12-31',
};

export const grantedPass = {
  permitId: '019398a0-0000-7000-8000-000000000b01',
  ...passApplication,
  conditions: '仅限非机动车道行驶',
  status: 'GRANTED',
  ...stored,
  revision: 2,
} as const;

export const parkingOffer = {
  offerId: '019398a0-0000-7000-8000-000000000c01',
  region: dalian,
  geo: {
    longitudeMicrodegrees: 121_643_900,
    latitudeMicrodegrees: 38_920_600,
    crs: 'GCJ02' as const,
  },
  windows: [{ weekday: 1, from: '22:00', to: '24:00' }],
  hasLoading: true,
  hasCharging: false,
  slotCount: 12,
  ...stored,
};

export const accident = {
  accidentId: '019398a0-0000-7000-8000-000000000d01',
  vehicleId: TRICYCLE_ID,
  occurredAt: '2026-11-21T18:40:00+08:00',
  region: dalian,
  severity: 'MINOR',
  injuredCount: 1,
  fatalCount: 0,
} as const;

export const driver = {
  trainingHourCount: 24,
  lastSafetyTrainingOn: '2026-10-12',
  licenceClass: 'C1',
} as const;

export const storedMembersOfToday = stored;
