import type { Counterparty } from '../engine/options.ts';
import type { OutgoingAnswer, OutgoingRequest } from '../engine/outgoing.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';
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

/** Asks another party; what cannot be asked, or is no answer to what was asked, is told as that. */
export const askParty = async (
  system: System,
  party: Counterparty,
  request: OutgoingRequest,
): Promise<OutgoingAnswer> => {
  if (party.baseUrl === undefined) throw new Refusal('UPSTREAM_UNAVAILABLE');
  try {
    return await system.outgoing(party)(request);
  } catch {
    throw new Refusal('UPSTREAM_UNAVAILABLE');
  }
};
