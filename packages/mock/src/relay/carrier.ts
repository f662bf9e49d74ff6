import { hasToldAddress } from '../engine/address.ts';
import type { Counterparty } from '../engine/options.ts';
import type { OutgoingAnswer, OutgoingRequest } from '../engine/outgoing.ts';
import { upstreamUnavailable } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { courierWorld } from '../world/courier-world.ts';

/** Whether this party passes on what couriers tell of parcels, and has none of its own. */
export const isRelay = (system: System): boolean => system.options.role === 'hub';

/** The couriers under whose code a parcel goes; one that was introduced without a code has that of the tests. */
export const carriersOf = (
  system: System,
  carrierCode: string | undefined,
): readonly Counterparty[] =>
  system.options.counterparties.filter(
    (one) =>
      one.role === 'courier' &&
      (one.carrierCode ?? courierWorld(system.options).carrierCode) === carrierCode,
  );

/** The one of them that is asked: in a sandbox several may share a code, and one that told its address is there. */
export const carrierOf = async (
  system: System,
  unit: Unit,
  carrierCode: string | undefined,
): Promise<Counterparty | undefined> => {
  const couriers = carriersOf(system, carrierCode);
  for (const one of couriers.toReversed()) if (await hasToldAddress(unit, one)) return one;
  return couriers[0];
};

/** Asks another party; what cannot be asked, or is no answer to what was asked, is told as that. */
export const askParty = async (
  system: System,
  party: Counterparty,
  request: OutgoingRequest,
): Promise<OutgoingAnswer> => {
  if (party.baseUrl === undefined) throw upstreamUnavailable();
  try {
    return await system.outgoing(party)(request);
  } catch {
    throw upstreamUnavailable();
  }
};
