import type { CellReservation, CellReservationRequest, Locker } from '@openwaybill/schemas';
import { revised } from '../../engine/revision.ts';
import { resourceRow } from '../../store/resource.ts';
import type { Soon } from '../../store/soon.ts';
import type { Unit } from '../../store/unit.ts';

const LOCKERS = 'lockers';
export const RESERVATIONS = 'locker-reservations';

const ENDED: readonly string[] = ['CANCELLED', 'COLLECTED', 'REMOVED'];

export const findLocker = (unit: Unit, lockerId: string): Soon<Locker | undefined> =>
  unit.get<Locker>(LOCKERS, lockerId);

export const putLocker = (unit: Unit, owner: string, locker: Locker): void =>
  unit.put(resourceRow(LOCKERS, locker.lockerId, owner, locker));

/** Reservations that hold a cell, from the first moment to the last; a deposit is one still. */
export const liveReservations = async (unit: Unit): Promise<readonly CellReservation[]> =>
  (await unit.list({ collection: RESERVATIONS }))
    .map(({ body }) => body as CellReservation)
    .filter(({ status }) => !ENDED.includes(status));

type Kind = Pick<CellReservationRequest, 'lockerId' | 'size' | 'temperature'>;

const isOf = (one: Kind, other: Kind): boolean =>
  one.lockerId === other.lockerId &&
  one.size === other.size &&
  one.temperature === other.temperature;

/** The first cell of a kind that nothing is in. */
export const freeCellNo = async (unit: Unit, asked: Kind): Promise<string> => {
  const taken = new Set(
    (await liveReservations(unit)).map(({ lockerId, cellNo }) => `${lockerId} ${cellNo}`),
  );
  for (let number = 1; ; number += 1) {
    const cellNo = `${asked.size}${asked.temperature.charAt(0)}-${String(number).padStart(3, '0')}`;
    if (!taken.has(`${asked.lockerId} ${cellNo}`)) return cellNo;
  }
};

/** Shows how many cells are free after something went in or out. */
export const recount = async (unit: Unit, now: string, lockerId: string): Promise<void> => {
  const row = await unit.row(LOCKERS, lockerId);
  if (row === undefined) return;
  const locker = row.body as Locker;
  const live = await liveReservations(unit);
  const cells = locker.cells.map((kind) => ({
    ...kind,
    // an entry may have named fewer cells than are in use
    freeCount: Math.max(
      0,
      kind.totalCount - live.filter((one) => isOf(one, { lockerId, ...kind })).length,
    ),
  }));
  putLocker(unit, row.owner, revised(locker, { cells }, now));
};

/** The lockers of an operator that nobody gave others. */
export const firstLockers = (partyId: string, now: string): readonly Locker[] => [
  {
    lockerId: 'LK-0001',
    address: {
      region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
      line: '虚构路 12 号北门',
    },
    geo: { longitudeMicrodegrees: 121_643_900, latitudeMicrodegrees: 38_920_600, crs: 'GCJ02' },
    operator: { partyId, role: 'locker' },
    cells: [
      { size: 'S', temperature: 'AMBIENT', totalCount: 20, freeCount: 20 },
      { size: 'M', temperature: 'AMBIENT', totalCount: 12, freeCount: 12 },
      { size: 'L', temperature: 'AMBIENT', totalCount: 2, freeCount: 2 },
      { size: 'S', temperature: 'CHILLED', totalCount: 2, freeCount: 2 },
    ],
    freeStorage: 'P1D',
    feeAfterFree: { amount: { currency: 'CNY', minor: 50 }, per: 'PT12H' },
    status: 'OPEN',
    revision: 1,
    createdAt: now,
    updatedAt: now,
  },
];
