/** An order as a platform submits it: of its consignee a courier is told no more than this. */
export const order = (orderNo: string) => ({
  orderNo,
  channel: 'APP',
  orderedAt: '2026-11-11T00:00:00+08:00',
  shipper: {
    kind: 'ORGANISATION',
    party: { partyId: '91210200MA0000002Q', role: 'merchant', name: '海风百货（演示）' },
    pickupAddress: {
      region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
      line: '演示路 12 号 3 号仓',
    },
  },
  consignee: {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
    addressMasked: {
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '中山区',
      tail: '****',
      regionCode: '210202',
      regionCodeVersion: 'NBS-2023',
    },
  },
  packages: [
    {
      packageId: 'P1',
      weightGrams: 500,
      items: [
        {
          lineNo: 1,
          categoryCode: 'DAILY_GOODS',
          name: '毛巾一套',
          quantity: { value: 1, unit: 'C62' },
        },
      ],
    },
  ],
  service: { product: 'STANDARD' },
  payMode: 'MONTHLY',
});

/** A waybill for its only package. */
export const waybill = (orderNo: string) => ({
  orderNo,
  packageId: 'P1',
  allocationMode: 'ON_CREATE',
  carrierAccountId: 'ACC-1',
  labelFormat: 'SVG_100X180',
});

/** A day of a parcel, played where nobody scans it. */
export const DAY = {
  id: '01',
  title: { en: 'Door to door', zh: '送货上门' },
  steps: [
    { after: 'PT2H', code: 'PICKED_UP' },
    { after: 'PT9H', code: 'ARRIVED_HUB' },
    { after: 'PT20H', code: 'OUT_FOR_DELIVERY' },
    { after: 'PT24H', code: 'DELIVERED' },
  ],
  ends: { parcel: 'DELIVERED', order: 'COMPLETED' },
};
