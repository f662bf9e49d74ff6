import { recordRow } from '../store/resource.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** A waybill of a courier, as whoever ordered it knows it. */
export type BoundWaybill = {
  readonly carrierCode: string;
  readonly waybillNo: string;
  readonly orderNo: string;
  readonly packageId: string;
};

const COLLECTION = 'bound-waybill';

/** Notes a waybill once; the first binding stays. */
export const bindWaybill = async (
  unit: Unit,
  now: string,
  owner: string,
  waybill: BoundWaybill,
): Promise<void> => {
  const id = `${owner}/${waybill.waybillNo}`;
  if ((await unit.row(COLLECTION, id)) !== undefined) return;
  unit.put(recordRow(COLLECTION, id, owner, now, waybill, waybill.orderNo));
};

export const findBoundWaybill = (
  unit: Unit,
  owner: string,
  waybillNo: string,
): Soon<BoundWaybill | undefined> => unit.get<BoundWaybill>(COLLECTION, `${owner}/${waybillNo}`);

export const dropBoundWaybill = (unit: Unit, owner: string, waybillNo: string): void =>
  unit.delete(COLLECTION, `${owner}/${waybillNo}`);

export const boundWaybills = async (unit: Unit, owner: string): Promise<readonly BoundWaybill[]> =>
  (await unit.list({ collection: COLLECTION, owner })).map((row) => row.body as BoundWaybill);

/** How many waybills a courier has got of us since an instant. */
export const boundWaybillCount = async (
  unit: Unit,
  owner: string,
  since: string,
): Promise<number> =>
  (await unit.list({ collection: COLLECTION, owner })).filter((row) => row.createdAt >= since)
    .length;

/** The waybills of an order of ours, whichever courier carries them. */
export const waybillsOfOrder = async (
  unit: Unit,
  orderNo: string,
): Promise<readonly { readonly owner: string; readonly waybill: BoundWaybill }[]> =>
  (await unit.list({ collection: COLLECTION, parent: orderNo })).map((row) => ({
    owner: row.owner,
    waybill: row.body as BoundWaybill,
  }));
