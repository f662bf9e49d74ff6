import type { InspectionRecord } from './inspection-record.ts';
import type { OutletFiling } from './outlet-filing.ts';
import type { PointInventory } from './point-inventory.ts';
import type { RuralServiceDeclaration } from './rural-service-declaration.ts';
import type { ServicePoint } from './service-point.ts';

const stored = {
  revision: 1,
  createdAt: '2026-11-01T09:00:00+08:00',
  updatedAt: '2026-11-01T09:00:00+08:00',
};

/** A station that serves three villages and every courier of the list. */
export const villageStation: ServicePoint = {
  pointId: '0193a5c0-7d4e-7a11-8c00-000000000101',
  kind: 'VILLAGE_STATION',
  tier: 'VILLAGE',
  name: '样例村村级服务点',
  address: {
    region: {
      countryCode: 'CN',
      regionCode: '210213',
      townCode: '210213101',
      villageCode: '210213101201',
      regionCodeVersion: 'NBS-2023',
    },
    line: '样例村 1 号',
  },
  geo: { longitudeMicrodegrees: 121_790_200, latitudeMicrodegrees: 39_050_600, crs: 'GCJ02' },
  operator: { partyId: 'PT', role: 'service-point', name: '样例驿站' },
  carrierCodes: ['ZZ'],
  capabilities: ['DROP_OFF', 'RETURN', 'FARM_PRODUCE'],
  openingHours: [
    { weekday: 1, opensAt: '08:30', closesAt: '12:00' },
    { weekday: 1, opensAt: '13:30', closesAt: '18:00' },
  ],
  isPublicFacility: true,
  status: 'OPEN',
  ...stored,
};

/** The filing of that station, before anybody has looked at it. */
export const stationFiling: OutletFiling = {
  filingId: '0193a5c0-7d4e-7a11-8c00-000000000102',
  pointId: villageStation.pointId,
  licenceNo: '国邮样例20260001L',
  filedAt: '2026-11-01T09:00:00+08:00',
  responsiblePerson: { name: '张三丰', mobile: '+8619900000001' },
  status: 'SUBMITTED',
  ...stored,
};

/** What an inspection of it found. */
export const passedInspection: InspectionRecord = {
  inspectionId: '0193a5c0-7d4e-7a11-8c00-000000000103',
  pointId: villageStation.pointId,
  kind: 'RANDOM',
  result: 'PASSED',
  inspectedOn: '2026-11-05',
  publishedAt: '2026-11-08T10:00:00+08:00',
  ...stored,
};

/** Its parcels of one day. */
export const firstDay: PointInventory = {
  inventoryId: '0193a5c0-7d4e-7a11-8c00-000000000104',
  pointId: villageStation.pointId,
  dayOn: '2026-11-11',
  arrivedCount: 120,
  collectedCount: 80,
  returnedCount: 5,
  storedCount: 35,
  ...stored,
};

/** The villages that it serves. */
export const threeVillages: RuralServiceDeclaration = {
  pointId: villageStation.pointId,
  villageCodes: ['210213101201', '210213101202', '210213101203'],
  deliveriesPerWeekCount: 5,
  producePickup: true,
  ...stored,
};
