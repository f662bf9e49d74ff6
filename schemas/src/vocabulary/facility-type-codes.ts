import { defineCodeList } from '../define/index.ts';

/** An unknown kind is shown as a branch. */
export const FacilityType = defineCodeList({
  name: 'FacilityType',
  version: '2026-11',
  title: { en: 'Facility type', zh: '场所类型' },
  description: { en: 'What kind of premises.', zh: '场所的种类。' },
  growth: { fallback: 'BRANCH' },
  codes: {
    BRANCH: { en: 'Branch', zh: '网点' },
    HUB: { en: 'Hub', zh: '转运中心' },
    AIRPORT: { en: 'Airport', zh: '机场' },
    PORT: { en: 'Port', zh: '港口' },
    RAIL_STATION: { en: 'Railway station', zh: '铁路站' },
    LOCKER: { en: 'Locker', zh: '快件箱' },
    STATION: { en: 'Station', zh: '驿站' },
    CUSTOMS: { en: 'Customs', zh: '海关' },
    EXCHANGE_OFFICE: { en: 'Office of exchange', zh: '互换局' },
    WAREHOUSE: { en: 'Warehouse', zh: '仓库' },
  },
});
