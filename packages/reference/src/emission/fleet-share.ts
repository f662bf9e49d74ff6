import {
  codesOf,
  EnergyType,
  type FleetEnergyReport,
  type FleetRow,
  newEnergyPerMilleOf,
} from '@openwaybill/schemas';

/** Rows of a fleet, one an energy that it has, in the order of the list, and the share that follows from them. */
export const fleetShareOf = (
  vehicles: readonly Pick<FleetRow, 'energy'>[],
): Pick<FleetEnergyReport, 'rows' | 'newEnergyPerMille'> => {
  const rows = (Object.keys(codesOf(EnergyType)) as FleetRow['energy'][])
    .map((energy) => ({
      energy,
      vehicleCount: vehicles.filter((vehicle) => vehicle.energy === energy).length,
    }))
    .filter(({ vehicleCount }) => vehicleCount > 0);
  return { rows, newEnergyPerMille: newEnergyPerMilleOf(rows) };
};
