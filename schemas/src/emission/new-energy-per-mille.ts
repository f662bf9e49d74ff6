import type { Static } from '@sinclair/typebox';
import { codesOf } from '../define/index.ts';
import { EnergyType } from '../vocabulary/energy-type-codes.ts';

/** Vehicles of one energy. */
export type FleetRow = {
  readonly energy: Static<typeof EnergyType>;
  readonly vehicleCount: number;
};

const energies = codesOf(EnergyType);

/** How many of a thousand vehicles run on new energy, rounded down; 0 of no vehicle. */
export const newEnergyPerMilleOf = (rows: readonly FleetRow[]): number => {
  let all = 0;
  let isNew = 0;
  for (const { energy, vehicleCount } of rows) {
    all += vehicleCount;
    if (energies[energy]?.newEnergy) isNew += vehicleCount;
  }
  return all === 0 ? 0 : Math.floor((isNew * 1000) / all);
};
