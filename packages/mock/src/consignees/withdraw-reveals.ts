import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { rowOf } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import { waybillsOfOrder } from '../observed/bind-waybill.ts';
import type { Unit } from '../store/unit.ts';
import { moveReveal } from './move-reveal.ts';
import { endBindings } from './stored-binding.ts';
import { revealsOfParcel, type StoredReveal } from './stored-reveal.ts';

/** A refund, a complaint, a breach, the end of an agreement or an objection ends grants that were in use. */
export const withdrawReveals = async (
  system: System,
  unit: Unit,
  now: string,
  reveals: readonly StoredReveal[],
): Promise<void> => {
  for (const reveal of reveals) {
    const row = rowOf(system.lifecycle('reveal'), reveal.status, 'WITHDRAWN', {
      REASON_TO_WITHDRAW: true,
    });
    if (row !== undefined)
      await moveReveal(system, unit, now, reveal, { status: row.to as StoredReveal['status'] });
  }
};

/** What makes data of a parcel needless before its end. */
export type Needless = 'CANCELLED' | 'CASE_OPENED' | 'REFUNDED';

/** Whether a purpose is that of an authority, which orders what it sees. */
const isOrdered = (purpose: string): boolean =>
  PURPOSE_LIMITS.some((limit) => limit.purpose === purpose && limit.roles.includes('regulator'));

/** An order of an authority is ended by none of them, and a case goes on with what was granted for cases. */
const goesOn = (purpose: string, why: Needless): boolean =>
  isOrdered(purpose) ||
  (why === 'CASE_OPENED' &&
    PURPOSE_LIMITS.some((limit) => limit.purpose === purpose && limit.afterSales === true));

/** Ends what was granted and bound about a parcel, whoever has it, but for what is still needed. */
export const withdrawNeedless = async (
  system: System,
  unit: Unit,
  now: string,
  { orderNo, waybillNo }: { readonly orderNo: string; readonly waybillNo: string },
  why: Needless,
): Promise<void> => {
  const reveals = await revealsOfParcel(unit, orderNo, waybillNo);
  await withdrawReveals(
    system,
    unit,
    now,
    reveals.filter(({ purpose }) => !goesOn(purpose, why)),
  );
  await endBindings(
    unit,
    now,
    orderNo,
    (binding) => binding.waybillNo === waybillNo && !goesOn(binding.purpose, why),
  );
};

/** The same for every parcel of an order that a courier carries. */
export const withdrawCancelled = async (
  system: System,
  unit: Unit,
  now: string,
  carrier: string,
  orderNo: string,
): Promise<void> => {
  for (const { owner, waybill } of await waybillsOfOrder(unit, orderNo))
    if (owner === carrier) await withdrawNeedless(system, unit, now, waybill, 'CANCELLED');
};
