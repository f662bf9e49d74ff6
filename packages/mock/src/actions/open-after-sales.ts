import { AFTER_SALES } from '../consignees/standing.ts';
import { withdrawNeedless } from '../consignees/withdraw-reveals.ts';
import { findBoundWaybill } from '../observed/bind-waybill.ts';
import { recordRow } from '../store/resource.ts';
import { type Action, ActionFailed, needed } from './action.ts';

/** Opens a case about a parcel, as the consignee would in the shop. */
export const openAfterSales: Action = ({ system, tenant, input }) =>
  system.transact(tenant, async (unit, now) => {
    const waybillNo = needed(input.waybillNo);
    const bound = await findBoundWaybill(unit, tenant, waybillNo);
    if (bound === undefined) throw new ActionFailed('NOT_FOUND');
    unit.put(recordRow(AFTER_SALES, waybillNo, tenant, now, { openedAt: now }));
    await withdrawNeedless(system, unit, now, bound, 'CASE_OPENED');
    return {};
  });
