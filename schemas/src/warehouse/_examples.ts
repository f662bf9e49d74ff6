import type { Inbound } from './inbound.ts';
import type { InboundNotice } from './inbound-notice.ts';
import type { OutboundOrder } from './outbound-order.ts';
import type { OutboundStatus } from './outbound-status.ts';
import type { StockChange } from './stock-change.ts';
import type { Warehouse } from './warehouse.ts';

/** A forward warehouse of no existence. */
export const frontWarehouse: Warehouse = {
  warehouseId: 'DLC-F01',
  kind: 'FRONT',
  address: {
    region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
    line: '样例物流园 1 号库',
  },
  areaSquareMetres: 3200,
  dailyCapacityCount: 20_000,
  automation: ['自动分拣线', 'AGV 拣选'],
  inPark: true,
  gln: '2102020000003',
  revision: 1,
  createdAt: '2026-11-01T09:00:00+08:00',
  updatedAt: '2026-11-01T09:00:00+08:00',
};

/** Two items on their way into it. */
export const teaNotice: InboundNotice = {
  asnNo: 'ASN-20261110-01',
  warehouseId: 'DLC-F01',
  lines: [
    {
      lineNo: 1,
      sku: 'TEA-01',
      gtin: '6901234567892',
      expectedCount: 200,
      lotNo: 'L2026-10',
      expiresOn: '2028-10-31',
    },
    { lineNo: 2, sku: 'CUP-02', expectedCount: 60 },
  ],
  ssccs: ['106141412345678908'],
  expectedAt: '2026-11-10T14:00:00+08:00',
};

/** The same as the warehouse stores it. */
export const noticedTea: Inbound = {
  ...teaNotice,
  status: 'NOTIFIED',
  revision: 1,
  createdAt: '2026-11-09T18:00:00+08:00',
  updatedAt: '2026-11-09T18:00:00+08:00',
};

/** A piece reserved for an outbound order. */
export const reservation: StockChange = {
  ledgerSeq: 3,
  warehouseId: 'DLC-F01',
  sku: 'TEA-01',
  onHandDelta: 0,
  reservedDelta: 2,
  inTransitDelta: 0,
  reason: 'RESERVATION',
  occurredAt: '2026-11-11T10:05:00+08:00',
};

/** Two tins of tea for a masked consignee in Dalian. */
export const teaOutbound: OutboundOrder = {
  outboundNo: 'OB-20261111-0001',
  warehouseId: 'DLC-F01',
  orderNo: 'SO-20261111-0001',
  packages: [
    {
      packageId: 'P1',
      items: [
        { lineNo: 1, categoryCode: 'FOOD', sku: 'TEA-01', quantity: { value: 2, unit: 'C62' } },
      ],
    },
  ],
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
  waybillNos: ['ZZ010000000016'],
  shipByAt: '2026-11-11T18:00:00+08:00',
};

/** The same as the warehouse accepts it. */
export const acceptedOutbound: OutboundStatus = {
  outboundNo: 'OB-20261111-0001',
  warehouseId: 'DLC-F01',
  orderNo: 'SO-20261111-0001',
  status: 'ACCEPTED',
  packages: [{ packageId: 'P1', waybillNo: 'ZZ010000000016' }],
  shipByAt: '2026-11-11T18:00:00+08:00',
  revision: 1,
  createdAt: '2026-11-11T10:05:00+08:00',
  updatedAt: '2026-11-11T10:05:00+08:00',
};

/** The same, packed and weighed. */
export const packedOutbound: OutboundStatus = {
  ...acceptedOutbound,
  status: 'PACKED',
  packages: [
    {
      packageId: 'P1',
      weightGrams: 1240,
      dimensions: { lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 120 },
      sscc: '106141412345678908',
      waybillNo: 'ZZ010000000016',
    },
  ],
  revision: 4,
  updatedAt: '2026-11-11T11:20:00+08:00',
};
