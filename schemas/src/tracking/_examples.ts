/** A place that the examples of this module share. */
export const atZhongshan = {
  region: {
    countryCode: 'CN',
    regionCode: '210202',
    regionCodeVersion: 'GBT2260-2020',
    provinceName: '辽宁省',
    cityName: '大连市',
    districtName: '中山区',
  },
  facilityId: 'ZZ-DL-BR-07',
  facilityType: 'BRANCH',
  facilityName: '大连中山一部',
} as const;

/** An observation that the examples of this module share. */
export const arrived = {
  eventId: '01935b8a-7c00-7a11-8a01-000000000007',
  carrierCode: 'ZZ',
  waybillNo: 'ZZ010000000016',
  eventCode: 'ARRIVED_DELIVERY_BRANCH',
  statusAfter: 'AT_DESTINATION',
  occurredAt: '2026-11-24T07:40:00+08:00',
  recordedAt: '2026-11-24T07:40:03+08:00',
  timeQuality: 'EXACT',
  location: atZhongshan,
  confidence: 'HIGH',
} as const;

/** A window that the examples of this module share. */
export const thatAfternoon = {
  fromAt: '2026-11-24T14:00:00+08:00',
  toAt: '2026-11-24T18:00:00+08:00',
} as const;

/** A parcel on its last morning, that the examples of this module share. */
export const parcelAtBranch = {
  carrierCode: 'ZZ',
  waybillNo: 'ZZ010000000016',
  orderNo: 'PO20261122001',
  status: 'AT_DESTINATION',
  leg: 'FORWARD',
  sinceAt: '2026-11-24T07:40:00+08:00',
  terminal: false,
  gap: false,
  stale: false,
  overdue: false,
  anomalyCount: 0,
  eventCount: 6,
  lastEvent: { ...arrived, text: '快件已到达 大连中山一部', anomaly: false },
  expectedDelivery: thatAfternoon,
  stage: 'IN_TRANSIT',
  revision: 7,
} as const;

/** A subscription that the examples of this module share. */
export const subscribed = {
  trackingSubscriptionId: '01935b8a-7c00-7a11-8a01-0000000000e1',
  state: 'ACTIVE',
  expiresAt: '2026-12-22T00:00:00+08:00',
  revision: 1,
  createdAt: '2026-11-22T09:00:00+08:00',
  updatedAt: '2026-11-22T09:00:00+08:00',
} as const;
