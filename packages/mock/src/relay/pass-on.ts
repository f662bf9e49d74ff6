import type { TrackingEventRecorded } from '@openwaybill/schemas';
import { instantOf, virtualNow } from '../engine/clock.ts';
import type { System } from '../engine/system.ts';
import { subscribersOf } from '../parcels/tracking-subscription.ts';
import { watchSubscriptions } from '../parcels/watch-subscriptions.ts';
import type { Unit } from '../store/unit.ts';
import { carriersOf } from './carrier.ts';
import { inKnownCodes } from './known-code.ts';

/** Passes an observation on as it came, in codes that this version of the standard has, to everybody who has subscribed to its parcel here. */
export const passOn = async (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  data: TrackingEventRecorded,
): Promise<void> => {
  // a courier tells of its own parcels; what it says of another's is kept, and nobody's news
  if (!carriersOf(system, data.carrierCode).some(({ partyId }) => partyId === from)) return;
  for (const to of await subscribersOf(unit, { ...data, owner: from }, data.eventCode)) {
    const theirs = instantOf(await virtualNow(unit, to, system.options));
    await system.emit(unit, theirs, {
      type: 'org.openwaybill.tracking.event.recorded',
      to,
      data: inKnownCodes(data),
    });
  }
  await watchSubscriptions(system, unit, now, data);
};
