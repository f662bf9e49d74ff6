import type { Order, Waybill, WaybillCreation } from '@openwaybill/schemas';
import { Refusal } from '../engine/refusal.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** A waybill as it is kept: what reads show, and what its creation asked for. */
export type StoredWaybill = {
  readonly waybill: Waybill;
  readonly owner: string;
  readonly carrierAccountId: string;
  readonly branchCode?: string;
  readonly labelFormat: WaybillCreation['labelFormat'];
  /** What a label's square code has beside the number. */
  readonly labelToken: string;
  /** From whom to whom it goes, where that is not as its order says: a return goes the other way. */
  readonly way?: Order;
  /** When it was finalised or voided: its number rests from then on. */
  readonly endedAt?: string;
};

const COLLECTION = 'waybill';

const orderKey = (owner: string, orderNo: string): string => `${owner}/${orderNo}`;

const rowOfWaybill = (id: string, stored: StoredWaybill) => ({
  collection: COLLECTION,
  id,
  owner: stored.owner,
  parent: orderKey(stored.owner, stored.waybill.orderNo),
  createdAt: stored.waybill.createdAt,
  updatedAt: stored.waybill.updatedAt,
  body: stored,
});

export const putWaybill = (unit: Unit, stored: StoredWaybill): void =>
  unit.put(rowOfWaybill(stored.waybill.waybillNo, stored));

/** Keeps a waybill whose number is given to another parcel now, so that lists still have it. */
export const putPastWaybill = (unit: Unit, stored: StoredWaybill): void =>
  unit.put(rowOfWaybill(`${stored.waybill.waybillNo}@${stored.waybill.allocatedOn}`, stored));

export const findWaybill = (unit: Unit, waybillNo: string): Soon<StoredWaybill | undefined> =>
  unit.get<StoredWaybill>(COLLECTION, waybillNo);

/** All waybills of an organisation, in order of creation. */
export const waybillsOf = async (unit: Unit, owner: string): Promise<readonly StoredWaybill[]> =>
  (await unit.list({ collection: COLLECTION, owner })).map((row) => row.body as StoredWaybill);

/** The waybill of that platform; another platform's is one that does not exist. */
export const waybillOf = async (
  unit: Unit,
  owner: string,
  waybillNo: string,
): Promise<StoredWaybill> => {
  const stored = await findWaybill(unit, waybillNo);
  if (stored === undefined || stored.owner !== owner) throw new Refusal('NOT_FOUND');
  return stored;
};

/** The waybill that a package has under an attempt, also where its number has gone to another parcel since. */
export const waybillUnder = async (
  unit: Unit,
  owner: string,
  { orderNo, packageId, attempt }: Pick<Waybill, 'orderNo' | 'packageId' | 'attempt'>,
): Promise<StoredWaybill | undefined> =>
  (await unit.list({ collection: COLLECTION, parent: orderKey(owner, orderNo) }))
    .map((row) => row.body as StoredWaybill)
    .find(({ waybill }) => waybill.packageId === packageId && waybill.attempt === attempt);
