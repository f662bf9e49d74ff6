import type { IndicatorReport, IndicatorSubmission } from './indicator-report.ts';

const october = {
  reportedBy: { partyId: '91210200MA0000002Q', role: 'courier' },
  period: { kind: 'MONTH', fromOn: '2026-10-01', toOn: '2026-10-31' },
  regionCode: '210202',
  indicator: 'PARCEL_VOLUME',
  unit: 'COUNT',
  suppressed: false,
  methodVersion: 'openwaybill-2026-11',
} as const;

export const monthOfDistrict: IndicatorSubmission = {
  ...october,
  value: 183_204,
  personCount: 91_207,
  merchantCount: 412,
  largestMerchantPerMille: 118,
};

export const monthReport: IndicatorReport = {
  reportId: '019398a0-0000-7000-8000-00000000d001',
  ...october,
  value: 183_205,
  status: 'PUBLISHED',
  revision: 2,
  createdAt: '2026-11-02T09:00:00+08:00',
  updatedAt: '2026-11-05T09:00:00+08:00',
};
