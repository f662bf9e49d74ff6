import type { Locker } from '@openwaybill/schemas';
import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { consentChanged } from './consents.ts';
import { deposits, getDepositFee, shared } from './deposits.ts';
import { firstLockers, putLocker } from './lockers.ts';
import { deliverPickupCode } from './pickup-codes.ts';
import { reservations } from './reservations.ts';
import { scanTold } from './tracking.ts';

/** Cells, codes and fees at a locker; its scans at a courier; its codes at a platform. */
export const locker: ModuleBehaviours = {
  operations: {
    'get-deposit': shared,
    'extend-deposit': shared,
    'remind-deposit': shared,
    'remove-deposit': shared,
    'get-deposit-fee': getDepositFee,
    'deliver-pickup-code': deliverPickupCode,
  },
  resources: {
    lockers: { isShared: true },
    'locker-reservations': reservations,
    'locker-deposits': deposits,
  },
  receives: {
    'org.openwaybill.consignee.consent.changed': consentChanged,
    'org.openwaybill.tracking.event.recorded': scanTold,
  },
  seed: async ({ options: { role, partyId, world } }, unit, now) => {
    if (role !== 'locker') return;
    const lockers = (world.lockers ?? firstLockers(partyId, now)) as readonly Locker[];
    for (const one of lockers) putLocker(unit, partyId, one);
  },
};
