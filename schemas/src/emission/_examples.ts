import type { TransportLegReport } from './report-transport-leg.ts';

/** A night on the road from Dalian to Shenyang with two parcels. */
export const nightLeg: TransportLegReport = {
  legId: '019398a0-0000-7000-8000-0000000000a1',
  reportRevision: 1,
  mode: 'ROAD',
  energy: 'BEV',
  distanceMetres: 386_000,
  payloadGrams: 4000,
  loadFactorPercent: 71,
  emptyMetres: 12_000,
  energyWattHours: 288_000,
  co2eGrams: 151_001,
  method: { code: 'DEFAULT_FACTORS', version: '2026-1' },
  parcels: [
    { waybillNo: 'ZZ010000000016', weightGrams: 1000 },
    { waybillNo: 'ZZ010000000024', weightGrams: 3000 },
  ],
  departedAt: '2026-11-22T22:00:00+08:00',
  arrivedAt: '2026-11-23T03:10:00+08:00',
};
