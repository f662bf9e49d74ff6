import type { WaybillCreation } from '@openwaybill/schemas';
import { demandGuard } from '../engine/lifecycle.ts';
import type { System } from '../engine/system.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** A number that is given out and not bound: no waybill yet. */
export type ReservedNumber = {
  readonly waybillNo: string;
  readonly carrierAccountId: string;
  readonly branchCode?: string;
  readonly status: string;
  readonly allocatedOn: string;
  readonly expiresAt: string;
  readonly endedAt?: string;
};

/** The kind of the timer at which what is left of a reserve falls back. */
export const RESERVE_TIMER = 'reserve-expiry';

const COLLECTION = 'number';

export const putNumber = (
  unit: Unit,
  owner: string,
  reserveId: string,
  number: ReservedNumber,
  now: string,
): void =>
  unit.put({
    collection: COLLECTION,
    id: number.waybillNo,
    owner,
    parent: reserveId,
    createdAt: now,
    updatedAt: now,
    body: number,
  });

export const findNumber = (unit: Unit, waybillNo: string): Soon<ReservedNumber | undefined> =>
  unit.get<ReservedNumber>(COLLECTION, waybillNo);

/** Takes one number of the account out of its reserve: the one that is named, or the first. */
export const takeReserved = async (
  system: System,
  unit: Unit,
  owner: string,
  wanted: Pick<WaybillCreation, 'carrierAccountId' | 'branchCode' | 'waybillNo'>,
): Promise<ReservedNumber> => {
  const isOurs = (number: ReservedNumber): boolean =>
    number.status === 'RESERVED' &&
    number.carrierAccountId === wanted.carrierAccountId &&
    (number.branchCode === undefined || number.branchCode === wanted.branchCode);
  const lifecycle = system.lifecycle('waybill');
  const row =
    wanted.waybillNo === undefined
      ? (await unit.list({ collection: COLLECTION, owner })).find((one) =>
          isOurs(one.body as ReservedNumber),
        )
      : await unit.row(COLLECTION, wanted.waybillNo);
  const number = row?.body as ReservedNumber | undefined;
  const isLeft = number !== undefined && row?.owner === owner && isOurs(number);
  if (wanted.waybillNo === undefined)
    demandGuard(lifecycle, 'create-waybill', 'RESERVED_NUMBER_LEFT', isLeft);
  else
    demandGuard(lifecycle, 'create-waybill', 'NUMBER_RESERVED_FOR_ACCOUNT', isLeft, {
      pointer: '/waybillNo',
    });
  if (number === undefined) throw new Error('a guard let a number pass that is not there');
  unit.delete(COLLECTION, number.waybillNo);
  return number;
};
