import type { Counterparty } from '../engine/options.ts';
import type { OutgoingAnswer, OutgoingRequest } from '../engine/outgoing.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { courierWorld } from '../world/courier-world.ts';

/** Whether this party passes on what couriers tell of parcels, and has none of its own. */
export const isRelay = (system: System): boolean => system.options.role === 'hub';

/** The courier under whose code a parcel goes; one that was introduced without a code has that of the tests. */
export const carrierOf = (
  system: System,
  carrierCode: string | undefined,
): Counterparty | undefined =>
  system.options.counterparties.find(
    (one) =>
      one.role === 'courier' &&
      (one.carrierCode ?? courierWorld(system.options).carrierCode) === carrierCode,
  );

/** Where the interface of a courier is: as it told last, or as it was introduced. */
export const addressOf = async (unit: Unit, courier: Counterparty): Promise<Counterparty> =>
  (await unit.get<Counterparty>('peer', courier.partyId)) ?? courier;

/** Asks a courier; what cannot be asked, or is no answer to what was asked, is told as that. */
export const askCarrier = async (
  system: System,
  courier: Counterparty,
  request: OutgoingRequest,
): Promise<OutgoingAnswer> => {
  if (courier.baseUrl === undefined) throw new Refusal('UPSTREAM_UNAVAILABLE');
  try {
    return await system.outgoing(courier)(request);
  } catch {
    throw new Refusal('UPSTREAM_UNAVAILABLE');
  }
};
