import { instantOf, virtualNow } from '../engine/clock.ts';
import { randomId } from '../engine/invent.ts';
import type { System } from '../engine/system.ts';
import { findOrder } from '../orders/stored-order.ts';
import type { Unit } from '../store/unit.ts';
import type { StoredParcel } from './stored-parcel.ts';

/** Tells every regulator that a sender was identified: that it was, and never who it is. */
export const attestRealName = async (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
): Promise<void> => {
  const stored = await findOrder(unit, parcel.owner, parcel.orderNo);
  const isPerson = stored?.order.shipper.kind === 'PERSON';
  for (const { partyId: to, role } of system.options.counterparties) {
    if (role !== 'regulator') continue;
    const theirs = instantOf(await virtualNow(unit, to, system.options));
    await system.emit(unit, theirs, {
      type: 'org.openwaybill.waybill.realname.attested',
      to,
      data: {
        waybillNo: parcel.waybillNo,
        verified: true,
        method: isPerson ? 'ID_DOCUMENT' : 'AGREEMENT_CUSTOMER',
        verifiedAt: now,
        receiptRef: randomId(system.random, 'rn_'),
      },
    });
  }
};
