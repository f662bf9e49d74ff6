import type { Tariff, VasOffer } from '@openwaybill/schemas';

const yuan = (minor: number) => ({ currency: 'CNY', minor });

type Draft<T> = Omit<T, 'revision' | 'createdAt' | 'updatedAt'>;
type Rate = readonly [firstMinor: number, stepMinor: number];

const NEAR = '11 12 13 14 15 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 61';
const FAR = '54 62 63 64 65';
const provinces = (codes: string): string[] => codes.split(' ').map((code) => `${code}0000`);

/** First kilogram and each further half kilogram, by zone; above 30 kg a step is a kilogram. */
const RATES: Readonly<Record<string, Rate>> = {
  CITY: [600, 100],
  PROVINCE: [800, 150],
  NEAR: [1200, 300],
  FAR: [2000, 800],
};
const HEAVY_FROM = 30_000;
const HEAVIEST = 200_000;

const bracketsOf = ([zoneCode, [first, step]]: [string, Rate]): Tariff['brackets'] => [
  {
    zoneCode,
    fromGrams: 0,
    toGrams: HEAVY_FROM,
    firstGrams: 1000,
    firstPrice: yuan(first),
    stepGrams: 500,
    stepPrice: yuan(step),
  },
  {
    zoneCode,
    fromGrams: HEAVY_FROM,
    toGrams: HEAVIEST,
    firstGrams: HEAVY_FROM,
    firstPrice: yuan(first + 58 * step),
    stepGrams: 1000,
    stepPrice: yuan(step),
  },
];

/** An invented courier of Dalian: what it charges from there, in force since the beginning of its world. */
export const TARIFF: Draft<Tariff> = {
  tariffId: '0193a5c0-7d4e-7a11-8c00-00000000f001',
  effectiveFromOn: '2026-01-01',
  zones: [
    { zoneCode: 'CITY', regionCodes: ['210200'] },
    { zoneCode: 'PROVINCE', regionCodes: ['210000'] },
    { zoneCode: 'NEAR', regionCodes: provinces(NEAR) },
    { zoneCode: 'FAR', regionCodes: provinces(FAR) },
  ],
  brackets: Object.entries(RATES).flatMap(bracketsOf),
  volumetricDivisor: 6000,
  surcharges: [
    { component: 'PACKAGING', packClass: 'A_REUSABLE', amount: yuan(50) },
    { component: 'PACKAGING', packClass: 'B_RECYCLED_OR_REDUCED', amount: yuan(80) },
    { component: 'PACKAGING', packClass: 'C_BIODEGRADABLE', amount: yuan(150) },
    { component: 'PACKAGING', packClass: 'D_CONVENTIONAL', amount: yuan(100) },
  ],
  isPublic: true,
};

/** What it sells beside the carriage. */
export const OFFERS: readonly Draft<VasOffer>[] = [
  { vasCode: 'INSURE', pricing: 'PER_MILLE', perMille: 5, refundable: false },
  { vasCode: 'COD', pricing: 'FLAT', amount: yuan(300), refundable: false },
  { vasCode: 'SIGN_BACK', pricing: 'FLAT', amount: yuan(500), refundable: true },
  { vasCode: 'INSPECT_BEFORE_SIGN', pricing: 'FLAT', amount: yuan(200), refundable: true },
  { vasCode: 'DOOR_DELIVERY', pricing: 'FLAT', amount: yuan(100), refundable: true },
  { vasCode: 'SCHEDULED', pricing: 'FLAT', amount: yuan(200), refundable: true },
  { vasCode: 'CALL_BEFORE', pricing: 'FLAT', amount: yuan(50), refundable: true },
  {
    vasCode: 'UPSTAIRS',
    preconditions: '单件不超过 50 千克，无电梯至多 6 层',
    pricing: 'FLAT',
    amount: yuan(1000),
    refundable: true,
  },
  {
    vasCode: 'ID_CHECK',
    preconditions: '须收件人同意核验',
    pricing: 'FLAT',
    amount: yuan(150),
    refundable: true,
    consentNeeded: true,
  },
];
