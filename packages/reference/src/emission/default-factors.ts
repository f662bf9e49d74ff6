import type { TransportLegReport } from '@openwaybill/schemas';

type Energy = TransportLegReport['energy'];

/**
 * Grams of carbon dioxide a megawatt-hour of energy used. Fuels: IPCC 2006 guidelines, volume 2, table 1.4 (74.1, 69.3,
 * 56.1, 71.5 kg a gigajoule). Electricity: national average of 2022, 0.5703 kg a kilowatt-hour. All unconfirmed.
 */
const GRAMS_PER_MEGAWATT_HOUR: Readonly<Partial<Record<Energy, number>>> = {
  DIESEL: 266_760,
  PETROL: 249_480,
  CNG: 201_960,
  LNG: 201_960,
  BEV: 570_300,
  RAIL_ELECTRIC: 570_300,
  RAIL_DIESEL: 266_760,
  AIR: 257_400,
  HUMAN: 0,
};

/** The table that `DEFAULT_FACTORS` names. */
export const DEFAULT_FACTORS_VERSION = '2026-1';

/**
 * Emission of energy used, by default factors, rounded up to a whole gram. `undefined` where no factor is known:
 * hydrogen and a mix of petrol and electricity depend on where they come from.
 */
export const defaultEmissionOf = (energy: Energy, energyWattHours: number): number | undefined => {
  const factor = GRAMS_PER_MEGAWATT_HOUR[energy];
  return factor === undefined
    ? undefined
    : Number((BigInt(energyWattHours) * BigInt(factor) + 999_999n) / 1_000_000n);
};
