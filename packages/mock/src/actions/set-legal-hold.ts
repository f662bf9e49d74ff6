import { note, ownParty } from '../audit/log.ts';
import { referencesOf } from '../consignees/vault.ts';
import type { System } from '../engine/system.ts';
import { endOfHold, type LegalHold, putHold } from '../erasures/legal-hold.ts';
import { findBoundWaybill } from '../observed/bind-waybill.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import type { Unit } from '../store/unit.ts';
import { LEGAL_HOLD_ENDS } from '../timers/legal-hold.ts';
import { type Action, ActionFailed, needed } from './action.ts';

/** The order of a parcel of a tenant: a courier's own, or one that a platform was told of. */
const orderOfParcel = async (
  { options }: System,
  unit: Unit,
  tenant: string,
  waybillNo: string,
): Promise<string | undefined> => {
  if (options.role !== 'courier') return (await findBoundWaybill(unit, tenant, waybillNo))?.orderNo;
  const parcel = await findParcel(unit, waybillNo);
  return parcel?.owner === tenant ? parcel.orderNo : undefined;
};

/** As by the officer whom an authority has shown its order. A day that is over ends the hold at once. */
export const setLegalHold: Action = ({ system, tenant, input }) =>
  system.transact(tenant, async (unit, now) => {
    const waybillNo = needed(input.waybillNo);
    const orderNo = await orderOfParcel(system, unit, tenant, waybillNo);
    if (orderNo === undefined) throw new ActionFailed('NOT_FOUND');
    const hold: LegalHold = {
      orderNo,
      waybillNo,
      legalBasis: needed(input.legalBasisRef),
      untilOn: needed(input.untilOn),
    };
    putHold(unit, now, tenant, hold);
    system.schedule(unit, {
      tenant,
      kind: LEGAL_HOLD_ENDS,
      ref: JSON.stringify([tenant, orderNo]),
      dueAt: endOfHold(hold),
    });
    const reference = (await referencesOf(unit, orderNo)).find(({ partyId }) => partyId === tenant);
    await note(system, unit, now, {
      kind: 'HOLD_SET',
      by: ownParty(system),
      tenant,
      untilOn: hold.untilOn,
      ...(reference === undefined ? {} : { consigneeRef: reference.consigneeRef }),
    });
    return {};
  });
