import type { ContactBinding } from '@openwaybill/schemas';
import { DAY } from '../engine/clock.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { releaseNumber } from './number-pool.ts';
import type { Standing } from './standing.ts';

/** A binding with what ends it. */
export type StoredBinding = {
  readonly binding: ContactBinding;
  readonly owner: string;
  readonly orderNo: string;
  readonly consigneeRef: string;
  readonly waybillNo: string;
  readonly purpose: string;
};

const COLLECTION = 'contact-binding';
/** How long after its delivery somebody may still be reached about a parcel. */
export const REACHED_AFTER_DELIVERY = 30 * DAY;

export const putBinding = (unit: Unit, now: string, stored: StoredBinding): void =>
  unit.put(
    recordRow(COLLECTION, stored.binding.bindingId, stored.owner, now, stored, stored.orderNo),
  );

/** Whether nobody may be reached about a parcel any more, whatever was bound. */
export const isCutOff = (
  { stage, isAfterSales, isDelivered, sinceAt }: Standing,
  now: string,
): boolean =>
  (stage === 'CLOSED' && !isAfterSales) ||
  (isDelivered &&
    sinceAt !== undefined &&
    Date.parse(now) - Date.parse(sinceAt) >= REACHED_AFTER_DELIVERY);

/** Ends one binding: it is unknown from now on, and its number rests. */
export const endBinding = async (
  unit: Unit,
  now: string,
  { binding }: StoredBinding,
): Promise<void> => {
  unit.delete(COLLECTION, binding.bindingId);
  if (binding.number !== undefined) await releaseNumber(unit, now, binding.number);
};

/** The bindings of an order, whoever has them. */
export const bindingsOfOrder = async (
  unit: Unit,
  orderNo: string,
): Promise<readonly StoredBinding[]> =>
  (await unit.list({ collection: COLLECTION, parent: orderNo })).map(
    (row) => row.body as StoredBinding,
  );

/** Ends those bindings of an order that a reason concerns; none named: all of them. */
export const endBindings = async (
  unit: Unit,
  now: string,
  orderNo: string,
  concerns: (stored: StoredBinding) => boolean = () => true,
): Promise<void> => {
  for (const stored of await bindingsOfOrder(unit, orderNo))
    if (concerns(stored)) await endBinding(unit, now, stored);
};
