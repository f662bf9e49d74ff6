import type { Order } from './order.ts';
import type { OrderSubmission } from './order-submission.ts';
import type { PackagePlan } from './package-plan.ts';
import type { Shipper } from './shipper.ts';

/** A merchant of no existence, with a warehouse. */
export const seaBreezeStore: Shipper = {
  kind: 'ORGANISATION',
  party: { partyId: '91210200MA0000002Q', role: 'merchant', name: '海风百货（演示）' },
  pickupAddress: {
    region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
    line: '演示路 12 号 3 号仓',
  },
};

/** A sender of no existence. */
export const privatePerson: Shipper = {
  kind: 'PERSON',
  consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
  contactMasked: { nameMasked: '李**', phoneMasked: '*******0002' },
  addressMasked: {
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '西岗区',
    tail: '****',
    regionCode: '210203',
    regionCodeVersion: 'NBS-2023',
  },
};

/** The package that most examples carry. */
export const teaPackage: PackagePlan = {
  packageId: 'P1',
  items: [
    {
      lineNo: 1,
      categoryCode: 'FOOD',
      name: '茶叶礼盒',
      quantity: { value: 2, unit: 'C62' },
      weightGrams: 500,
    },
  ],
  weightGrams: 1200,
  dimensions: { lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 120 },
};

/** What a platform sends for one box of tea to a masked consignee in Dalian. */
export const teaSubmission: OrderSubmission = {
  orderNo: 'SO-20261111-0001',
  channel: 'APP',
  orderedAt: '2026-11-11T09:30:00+08:00',
  shipper: seaBreezeStore,
  consignee: {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
    addressMasked: {
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '中山区',
      townName: '海军广场街道',
      tail: '****',
      regionCode: '210202',
      regionCodeVersion: 'NBS-2023',
    },
    addressQuality: 'PARSED',
  },
  packages: [teaPackage],
  service: { product: 'STANDARD' },
  payMode: 'MONTHLY',
};

/** The same as the courier stores it, before it has decided. */
export const pendingOrder: Order = {
  ...teaSubmission,
  status: 'SUBMITTED',
  decision: 'PENDING',
  waybills: [],
  revision: 1,
  createdAt: '2026-11-11T09:30:05+08:00',
  updatedAt: '2026-11-11T09:30:05+08:00',
};

/** The same, accepted. */
export const teaOrder: Order = {
  ...pendingOrder,
  carrierOrderNo: 'CO-000001',
  status: 'ACCEPTED',
  decision: 'ACCEPTED',
  estimatedPickupByAt: '2026-11-11T18:00:00+08:00',
  revision: 2,
  updatedAt: '2026-11-11T09:30:06+08:00',
};
