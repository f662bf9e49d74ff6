import type { ParkingOffer } from '@openwaybill/schemas';
import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { resourceRow } from '../../store/resource.ts';
import { accidentHooks, accidentTold } from './accident-hooks.ts';
import { addInsuranceCover, listInsuranceCovers } from './covers.ts';
import { firstParking } from './first-parking.ts';
import { fleetCalls } from './own-fleet.ts';
import { passHooks, revokePass } from './pass-hooks.ts';
import { vehicleHooks } from './vehicle-hooks.ts';

const PARKING = 'parking-offers';

/** A register of vehicles, their covers and their passes, accidents that insurers hear of, and a fleet of one's own. */
export const vehicle: ModuleBehaviours = {
  operations: {
    'add-insurance-cover': addInsuranceCover,
    'list-insurance-covers': listInsuranceCovers,
    'revoke-pass': revokePass,
  },
  resources: {
    vehicles: vehicleHooks,
    'pass-permits': passHooks,
    'accident-reports': accidentHooks,
    [PARKING]: { isShared: true },
  },
  calls: fleetCalls,
  receives: { 'org.openwaybill.vehicle.accident.reported': accidentTold },
  seed: async ({ options: { role, partyId, world } }, unit, now) => {
    if (role !== 'regulator' && role !== 'hub') return;
    const offers = (world.parkingOffers ?? firstParking(now)) as readonly ParkingOffer[];
    for (const offer of offers) unit.put(resourceRow(PARKING, offer.offerId, partyId, offer));
  },
};
