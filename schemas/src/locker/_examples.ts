import type { CellReservation } from './cell-reservation.ts';
import type { Locker } from './locker.ts';
import type { LockerDeposit } from './locker-deposit.ts';

const stored = {
  revision: 1,
  createdAt: '2026-11-11T10:00:00+08:00',
  updatedAt: '2026-11-11T10:00:00+08:00',
};

/** A day is free, then half a yuan for every twelve hours. */
export const gateLocker: Locker = {
  lockerId: 'LK-0001',
  address: {
    region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    line: '虚构路 12 号北门',
  },
  geo: { longitudeMicrodegrees: 121_643_900, latitudeMicrodegrees: 38_920_600, crs: 'GCJ02' },
  operator: { partyId: 'LK', role: 'locker', name: '样例快件箱' },
  cells: [
    { size: 'S', temperature: 'AMBIENT', totalCount: 20, freeCount: 12 },
    { size: 'M', temperature: 'AMBIENT', totalCount: 16, freeCount: 0 },
  ],
  freeStorage: 'P1D',
  feeAfterFree: { amount: { currency: 'CNY', minor: 50 }, per: 'PT12H' },
  status: 'OPEN',
  ...stored,
};

/** A cell that waits for its parcel. */
export const smallCell: CellReservation = {
  reservationId: '0193a5c0-7d4e-7a11-8c00-000000000201',
  lockerId: gateLocker.lockerId,
  waybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  platformId: 'SHOPONE',
  size: 'S',
  temperature: 'AMBIENT',
  cellNo: 'A07',
  untilAt: '2026-11-11T12:00:00+08:00',
  status: 'RESERVED',
  ...stored,
};

/** The parcel in that cell, with its code on the way. */
export const notifiedDeposit: LockerDeposit = {
  depositId: smallCell.reservationId,
  waybillNo: smallCell.waybillNo,
  carrierCode: smallCell.carrierCode,
  lockerId: smallCell.lockerId,
  cellNo: smallCell.cellNo,
  depositedAt: '2026-11-11T11:00:00+08:00',
  freeUntilAt: '2026-11-12T11:00:00+08:00',
  status: 'NOTIFIED',
  remindCount: 0,
  revision: 3,
  createdAt: '2026-11-11T10:00:00+08:00',
  updatedAt: '2026-11-11T11:00:00+08:00',
};
