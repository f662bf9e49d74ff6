import { freeUntil, hasFreeCell } from '@openwaybill/reference/locker';
import {
  type CellReservation,
  type CellReservationRequest,
  epochMillis,
} from '@openwaybill/schemas';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { changeResource, collectionNamed } from '../../resources/change.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { isRefused } from './consents.ts';
import { findLocker, freeCellNo, liveReservations, recount } from './lockers.ts';
import { putParties } from './parties.ts';

/** Whether there is a cell; what is wrong with the request itself is refused. */
const demandCell = async ({ system, unit, now, body }: Happening): Promise<boolean> => {
  const asked = body as CellReservationRequest;
  const locker = await findLocker(unit, asked.lockerId);
  if (locker === undefined) throw ruleViolated('/lockerId', 'DSC-023');
  if (system.counterparty(asked.platformId)?.role !== 'platform')
    throw ruleViolated('/platformId', 'DSC-023');
  if (epochMillis(asked.untilAt) <= epochMillis(now)) throw ruleViolated('/untilAt', 'DSC-023');
  if (asked.consentId !== undefined && (await isRefused(unit, asked.consentId)))
    throw new Refusal('CONSENT_MISSING', {
      issues: [{ pointer: '/consentId', rule: 'LCK-001', params: {} }],
    });
  const isIn = (await liveReservations(unit)).some(
    ({ waybillNo, carrierCode }) =>
      waybillNo === asked.waybillNo && carrierCode === asked.carrierCode,
  );
  // a parcel is in one place
  if (isIn) throw ruleViolated('/waybillNo', 'LCK-003');
  return hasFreeCell(locker, asked);
};

/** The parcel is in: from now on it is a deposit under the same id. */
const deposit = async (happening: Happening, reservation: CellReservation): Promise<void> => {
  const { system, unit, now } = happening;
  const { reservationId, waybillNo, carrierCode, lockerId, cellNo } = reservation;
  const locker = await findLocker(unit, lockerId);
  await changeResource(
    happening,
    collectionNamed(system, 'locker-deposits'),
    {
      depositId: reservationId,
      waybillNo,
      carrierCode,
      lockerId,
      cellNo,
      depositedAt: now,
      freeUntilAt: freeUntil(now, locker?.freeStorage ?? 'P1D'),
      status: 'DEPOSITED',
      remindCount: 0,
    },
    undefined,
  );
};

/** Until the door closes. A deposit that it became moves it on, and tells of itself. */
export const reservations: Hooks = {
  guards: async (happening) => ({
    CELL_FREE: happening.on !== 'reserve-cell' || (await demandCell(happening)),
    PARCEL_FIT: true,
  }),
  draft: async ({ unit, on }, next) =>
    on === 'reserve-cell'
      ? { ...next, cellNo: await freeCellNo(unit, next as CellReservation) }
      : next,
  recipients: () => [],
  changed: async (happening, next, before) => {
    const { unit, now, owner, on } = happening;
    const reservation = next as CellReservation;
    if (before === undefined)
      putParties(unit, now, reservation.reservationId, {
        courier: owner,
        platform: reservation.platformId,
      });
    if (on === 'DOOR_CLOSED') await deposit(happening, reservation);
    await recount(unit, now, reservation.lockerId);
  },
};
