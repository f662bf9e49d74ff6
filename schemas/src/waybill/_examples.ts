import type { Intercept } from './intercept.ts';
import type { LabelData } from './label-data.ts';
import type { Waybill } from './waybill.ts';
import type { WaybillCreation } from './waybill-creation.ts';

/** Asks for the number and the label of one package. */
export const teaCreation: WaybillCreation = {
  orderNo: 'SO-20261111-0001',
  packageId: 'P1',
  attempt: 1,
  allocationMode: 'ON_CREATE',
  carrierAccountId: 'ACC-0001',
  labelFormat: 'SVG_100X180',
};

/** An empty sheet of the size that it names. */
export const emptyLabel: LabelData = {
  format: 'SVG_100X180',
  content:
    'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMDBtbSIgaGVpZ2h0PSIxODBtbSIvPg==',
  contentSha256: 'ef4cbb984f103438245738d68df63421b5c818312a64ecedf2dd58a05d74cdc2',
  maskProfile: 'MASKED',
  copyCount: 1,
};

/** The waybill of the package, as every read shows it: without label. */
export const teaWaybill: Waybill = {
  waybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  allocatedOn: '2026-11-11',
  orderNo: 'SO-20261111-0001',
  packageId: 'P1',
  attempt: 1,
  status: 'LABELLED',
  routing: { sortingCode: '411-02-B07', destinationBranch: '大连中山网点' },
  printCount: 0,
  weightGrams: 1200,
  revision: 2,
  createdAt: '2026-11-11T10:00:00+08:00',
  updatedAt: '2026-11-11T10:00:00+08:00',
};

/** A call back of the parcel to its sender. */
export const openIntercept: Intercept = {
  interceptId: '0193a5c0-7d4e-7a11-8c00-0000000000d1',
  waybillNo: 'ZZ010000000016',
  interceptType: 'RETURN_TO_SENDER',
  state: 'REQUESTED',
  revision: 1,
  createdAt: '2026-11-12T08:00:00+08:00',
  updatedAt: '2026-11-12T08:00:00+08:00',
};
