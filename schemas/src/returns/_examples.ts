import type { Return } from './return.ts';
import type { ReturnAuthorisation } from './return-authorisation.ts';
import type { ReturnInspection } from './return-inspection.ts';

/** A consumer of no existence sends one of two boxes of tea back to the store. */
export const teaReturn: ReturnAuthorisation = {
  rmaNo: 'RMA-20261118-0001',
  originalWaybillNo: 'ZZ010000000016',
  carrierCode: 'ZZ',
  reason: 'NO_REASON',
  items: [
    {
      lineNo: 1,
      categoryCode: 'FOOD',
      name: '茶叶礼盒',
      quantity: { value: 1, unit: 'C62' },
      weightGrams: 500,
    },
  ],
  payer: 'THIRD_PARTY',
  pickupWindow: { fromAt: '2026-11-19T14:00:00+08:00', toAt: '2026-11-19T18:00:00+08:00' },
  isBoxless: false,
  consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
  contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
  addressMasked: {
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '中山区',
    tail: '****',
    regionCode: '210202',
    regionCodeVersion: 'NBS-2023',
  },
  destination: {
    kind: 'ORGANISATION',
    party: { partyId: '91210200MA0000002Q', role: 'merchant', name: '海风百货（演示）' },
    pickupAddress: {
      region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
      line: '演示路 12 号 3 号仓',
    },
  },
};

/** The same as it is stored. */
export const authorisedReturn: Return = {
  ...teaReturn,
  status: 'AUTHORISED',
  returnWaybillNo: 'ZZ010000000024',
  revision: 1,
  createdAt: '2026-11-18T20:15:00+08:00',
  updatedAt: '2026-11-18T20:15:00+08:00',
};

/** The box was not opened. */
export const teaInspection: ReturnInspection = {
  rmaNo: teaReturn.rmaNo,
  lines: [{ lineNo: 1, grade: 'A', acceptedCount: 1 }],
  inspectedAt: '2026-11-21T10:30:00+08:00',
};
